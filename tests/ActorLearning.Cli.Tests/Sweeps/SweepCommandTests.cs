using System.Text.Json;

namespace ActorLearning.Cli.Tests.Sweeps;

/// <summary>Many runs by one command.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class SweepCommandTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    private string Folder => Path.Combine(work.Runs, "sweep-tiny-run");

    [Fact]
    public void It_runs_every_cell_once_and_names_the_best_and_the_worst()
    {
        string[] settings = ["--set", "aggregation=[mean, trimmed-mean]", "--set", "byzantine.attack=[sign-flip, silent]"];

        var first = Sweep([.. settings, "--set", "seed=1..2"]).AssertDone();
        var records = Records();
        var written = records.ToDictionary(path => path, File.GetLastWriteTimeUtc);
        var again = Sweep([.. settings, "--set", "seed=1..3"]).AssertDone();

        Assert.Equal(8, records.Length);
        Assert.StartsWith("Tiny run: 8 runs, ", first.Lines[0], StringComparison.Ordinal);
        Assert.Equal(8, again.Lines.Count(line => line.Contains("  was there   ", StringComparison.Ordinal)));
        Assert.Equal(12, Records().Length);
        Assert.All(written, pair => Assert.Equal(pair.Value, File.GetLastWriteTimeUtc(pair.Key)));
        Assert.Matches("^Best: byzantine.attack = .*, aggregation = .*, mean accuracy 0.* ± 0.* over 3 seeds, worst learner 0",
            again.Lines[^3]);
        Assert.StartsWith("Worst: ", again.Lines[^2], StringComparison.Ordinal);
        Assert.Equal($"report      {Path.Combine(Folder, "report.html")}", again.Lines[^1]);
        Assert.Equal(1 + 12, File.ReadAllLines(Path.Combine(Folder, "sweep.csv")).Length);
        Assert.Equal(1 + 4, File.ReadAllLines(Path.Combine(Folder, "summary.csv")).Length);
    }

    [Fact]
    public void A_run_that_was_killed_is_run_again_and_a_damaged_one_too()
    {
        string[] settings = ["--set", "seed=1..3"];
        Sweep(settings).AssertDone();
        var records = Records();
        File.Delete(records[0]);
        File.WriteAllText(records[1], "{");

        var lines = Sweep(settings).AssertDone().Lines;

        Assert.Single(lines, line => line.Contains("  was there   ", StringComparison.Ordinal));
        Assert.True(File.Exists(records[0]));
        Assert.Equal("{", File.ReadAllText(records[1]));
        Assert.Equal(4, Records().Length);
    }

    [Fact]
    public void A_cell_that_its_data_refuse_is_told_and_the_others_run()
    {
        string[] split = ["--set", "data.split=[iid, dirichlet(alpha=0.0001)]", "--set", "learners=60"];

        var outcome = Sweep(split);

        Assert.Contains("data.split: leaves ", outcome.Out, StringComparison.Ordinal);
        Assert.Single(Records());
        Assert.Single(Sweep(split).Lines, line => line.Contains("  was there   ", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_data_refuse_every_cell_the_sweep_is_refused_and_leaves_nothing()
    {
        var outcome = Sweep("--set", "data.split=dirichlet(alpha=0.0001)", "--set", "learners=[60, 61]");

        Assert.Equal(CommandLine.WrongInput, outcome.Exit);
        Assert.All(outcome.Error.TrimEnd().Split('\n'), line => Assert.StartsWith("data.split: leaves ", line));
        Assert.Empty(Records());
    }

    [Theory]
    [InlineData("seed=[1, 2, 1]", "seed: has 1 2 times: the same run would count as several")]
    [InlineData("training.rate=[0.1, 0.1]", "training.rate: has 0.1 2 times: the same run would count as several")]
    public void A_value_that_stands_twice_is_refused(string setting, string problem) =>
        Assert.Equal($"--set: {problem}", Sweep("--set", setting).Error.TrimEnd());

    [Fact]
    public void The_same_runs_come_out_however_many_go_at_a_time()
    {
        var one = Sweep("--set", "seed=1..3", "--parallel", "1", "--json").AssertDone().Lines.Select(Hash).Order().ToList();
        Directory.Delete(Folder, recursive: true);

        var three = Sweep("--set", "seed=1..3", "--parallel", "3", "--json").AssertDone().Lines.Select(Hash).Order();

        Assert.Equal(one, three);
        Assert.Equal(3, one.Distinct().Count());
        Assert.All(one, hash => Assert.Equal(64, hash.Length));
    }

    [Fact]
    public void A_dry_run_names_the_runs_and_runs_none()
    {
        var lines = Sweep("--set", "seed=1..2", "--set", "training.rate=[0.1, 0.2]", "--dry-run").AssertDone().Lines;

        Assert.Equal(
            ["seed=1  training.rate=0.1", "seed=1  training.rate=0.2", "seed=2  training.rate=0.1", "seed=2  training.rate=0.2"],
            lines);
        Assert.False(Directory.Exists(work.Runs));
    }

    [Fact]
    public void A_quiet_sweep_prints_nothing() => Assert.Equal("", Sweep("--set", "seed=1..2", "--quiet").AssertDone().Out);

    [Fact]
    public void A_scenario_that_sweeps_over_nothing_is_refused() => Sweep().AssertRefused(
        $"{work.Scenario}:1:1: sweeps over nothing: no key holds a list or a range, as in seed: 1..3 or "
        + "aggregation: [mean, median]");

    [Theory]
    [InlineData("0")]
    [InlineData("1025")]
    public void Lanes_have_bounds(string lanes) => Sweep("--set", "seed=1..2", "--parallel", lanes).AssertRefused(
        $"--parallel: {lanes} is not a number from 1 to 1024");

    private Outcome Sweep(params string[] more) => Outcome.Of(["sweep", work.Scenario, "--out", work.Runs, .. more]);

    private string[] Records() => [.. Directory.GetFiles(Folder, "record.json", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)];

    private static string Hash(string line) => JsonDocument.Parse(line).RootElement.GetProperty("modelHash").GetString()!;
}
