using System.Text.Json;

namespace ActorLearning.Cli.Tests.Runs;

[Collection(ConsoleCollection.Name)]
public sealed class ExplainTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void An_aggregation_is_told_as_a_table()
    {
        var folder = Run("aggregation=nnm | trimmed-mean");

        Golden.Check("explain.txt", Outcome.Of("explain", folder, "--learner", "3", "--round", "3").AssertDone().Out);
        Assert.Contains(
            "replayed from the start", Outcome.Of("explain", folder, "--learner", "3", "--round", "1").AssertDone().Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_model_has_the_rest_has()
    {
        var folder = Run("aggregation=centred-clipping(radius=0.01)");

        Golden.Check("explain-clipping.txt", Outcome.Of("explain", folder, "--learner", "3", "--round", "3").AssertDone().Out);
    }

    [Fact]
    public void As_json_it_is_one_line()
    {
        var outcome = Outcome.Of("explain", Run("rounds=3"), "--learner", "3", "--round", "3", "--json").AssertDone();

        using var json = JsonDocument.Parse(Assert.Single(outcome.Lines));
        Assert.Equal(2, json.RootElement.GetProperty("replayedFrom").GetInt32());
        Assert.Equal(4, json.RootElement.GetProperty("models").GetArrayLength());
        Assert.Equal("own", json.RootElement.GetProperty("models")[0].GetProperty("outcome").GetString());
    }

    [Fact]
    public void Wrong_questions_are_refused()
    {
        var folder = Run("rounds=3");

        Outcome.Of("explain", folder, "--learner", "9", "--round", "0").AssertRefused(
            "--learner: 9 is out of range; allowed: 0 to 4\n--round: 0 is out of range; allowed: 1 to 3");
        Outcome.Of("explain", work.Folder, "--learner", "3", "--round", "1").AssertRefused(
            $"{work.Folder}: is not the folder of a run: there is no scenario.yaml in it");
    }

    [Fact]
    public void A_scenario_that_was_changed_since_the_run_is_refused()
    {
        var folder = Run("rounds=3");
        var file = Path.Combine(folder, "scenario.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("seed: 1", "seed: 3", StringComparison.Ordinal));

        Outcome.Of("explain", folder, "--learner", "3", "--round", "3").AssertRefused(
            $"{file}: is not the scenario that was run: it has been changed since, and its replay would be another run");
    }

    private string Run(string setting)
    {
        work.Run("--quiet", "--set", setting, "--set", "checkpoint.every=1").AssertDone();
        return work.RunFolders[0];
    }
}
