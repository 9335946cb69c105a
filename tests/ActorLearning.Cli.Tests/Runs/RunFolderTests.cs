using System.Text.Json;
using ActorLearning.Cli.Tests.Reporting;
using ActorLearning.Reporting;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cli.Tests.Runs;

/// <summary>What a run leaves behind.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class RunFolderTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void A_run_leaves_its_files_and_nothing_half_written()
    {
        work.Run().AssertDone();

        var folder = Assert.Single(work.RunFolders);
        Assert.Matches("^tiny-run-1-[0-9a-f]{8}$", Path.GetFileName(folder));
        Assert.Equal(
            ["confusion.csv", "metrics.csv", "models", "record.json", "report.html", "rounds.csv", "scenario.yaml", "split.csv"],
            Directory.GetFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Equal(Workplace.Tiny, File.ReadAllText(Path.Combine(folder, "scenario.yaml")));
    }

    [Fact]
    public void The_tables_have_a_row_for_each_evaluation_and_each_round()
    {
        work.Run().AssertDone();

        var metrics = File.ReadAllLines(Path.Combine(work.RunFolders[0], "metrics.csv"));
        var rounds = File.ReadAllLines(Path.Combine(work.RunFolders[0], "rounds.csv"));
        Assert.StartsWith("round,learner,accuracy,loss,accuracy_after_training,loss_after_training,", metrics[0]);
        Assert.Equal(1 + 4 * 4, metrics.Length);
        Assert.StartsWith("round,training_loss,accuracy_mean,accuracy_worst,accuracy_best,", rounds[0], StringComparison.Ordinal);
        Assert.Equal(["0", "1", "2", "3"], rounds[1..].Select(row => row.Split(',')[0]));
        Assert.All(metrics, row => Assert.Equal(11, row.Split(',').Length));
        Assert.All(rounds, row => Assert.Equal(rounds[0].Split(',').Length, row.Split(',').Length));
    }

    [Fact]
    public void What_cannot_be_written_of_a_run_that_failed_is_told_and_not_thrown()
    {
        var record = ReportedRun.Make();
        using var folder = RunFolder.Create(work.Runs, record.Scenario);
        Directory.CreateDirectory(Path.Combine(folder.Path, "metrics.csv")); // Where the file should go.

        Assert.StartsWith($"{folder.Path}: what was measured is not all written: ", folder.FinishFailed(record));

        Directory.Delete(Path.Combine(folder.Path, "metrics.csv"));
        Assert.Null(folder.FinishFailed(record));
    }

    [Fact]
    public void The_record_sums_the_run_up()
    {
        work.Run().AssertDone();

        using var record = Record(work.RunFolders[0]);
        var root = record.RootElement;
        Assert.Equal("Tiny run", root.GetProperty("name").GetString());
        Assert.Equal(Path.GetFileName(work.RunFolders[0])[^8..], root.GetProperty("fingerprint").GetString());
        Assert.True(root.GetProperty("complete").GetBoolean());
        Assert.False(root.GetProperty("interrupted").GetBoolean());
        Assert.Equal(3, root.GetProperty("rounds").GetInt32());
        Assert.Matches("^[0-9a-f]{64}$", root.GetProperty("modelHash").GetString());
        var accuracy = root.GetProperty("accuracy");
        var (worst, mean, best) = (Number(accuracy, "worst"), Number(accuracy, "mean"), Number(accuracy, "best"));
        Assert.True(worst is >= 0 and <= 1 && worst <= mean && mean <= best && best <= 1);
        Assert.Equal(1, root.GetProperty("byzantineMet").GetProperty("max").GetInt32());
        Assert.Equal(1, root.GetProperty("byzantineMet").GetProperty("assumed").GetInt32());
        Assert.Equal(4 * 3 * 3, root.GetProperty("totals").GetProperty("pulls").GetInt32());
        Assert.True(Number(root, "elapsedSeconds") > 0);
        Assert.All(
            ["actorlearning", "dotnet", "system", "processor"],
            name => Assert.NotEmpty(root.GetProperty("versions").GetProperty(name).GetString()!));
        Assert.Equal(JsonValueKind.String, root.GetProperty("commit").ValueKind);
    }

    [Fact]
    public void A_second_run_keeps_the_first_ones_folder()
    {
        work.Run().AssertDone();
        var first = File.ReadAllText(Path.Combine(work.RunFolders[0], "record.json"));

        work.Run().AssertDone();

        Assert.Equal(2, work.RunFolders.Length);
        Assert.Equal($"{work.RunFolders[0]}-2", work.RunFolders[1]);
        Assert.Equal(first, File.ReadAllText(Path.Combine(work.RunFolders[0], "record.json")));
        Assert.Equal(Hash(work.RunFolders[0]), Hash(work.RunFolders[1]));
    }

    [Fact]
    public void A_folder_left_by_a_run_that_was_killed_is_used_again()
    {
        work.Run().AssertDone();
        File.Delete(Path.Combine(work.RunFolders[0], "record.json"));

        work.Run().AssertDone();

        Assert.True(File.Exists(Path.Combine(Assert.Single(work.RunFolders), "record.json")));
    }

    [Fact]
    public void Another_seed_gives_another_folder_and_another_model()
    {
        work.Run().AssertDone();
        work.Run("--seed", "2").AssertDone();

        Assert.Equal(2, work.RunFolders.Length);
        Assert.Contains("tiny-run-2-", work.RunFolders[1], StringComparison.Ordinal);
        Assert.NotEqual(Hash(work.RunFolders[0]), Hash(work.RunFolders[1]));
    }

    [Fact]
    public void The_scenario_as_run_gives_the_same_run_again()
    {
        work.Run("--set", "rounds=2", "--set", "byzantine.attack=alie").AssertDone();
        var written = Path.Combine(work.RunFolders[0], "scenario.yaml");

        Outcome.Of("run", written, "--out", work.Runs, "--quiet").AssertDone();

        Assert.Equal(2, ScenarioFile.Read(written).Rounds);
        Assert.Equal($"{work.RunFolders[0]}-2", work.RunFolders[1]);
        Assert.Equal(Hash(work.RunFolders[0]), Hash(work.RunFolders[1]));
    }

    [Theory]
    [InlineData("../../etc: a/b\\c", "etc-a-b-c")]
    [InlineData("Größe  50 %", "gr-e-50")]
    [InlineData("...", "run")]
    public void A_name_becomes_a_plain_file_name(string name, string expected)
    {
        var folder = RunFolder.Create(work.Runs, ScenarioFile.Read(work.Scenario, $"name='{name}'"));

        Assert.Equal(work.Runs, Path.GetDirectoryName(folder.Path));
        Assert.Matches($"^{expected}-1-[0-9a-f]{{8}}$", Path.GetFileName(folder.Path));
        Assert.True(File.Exists(Path.Combine(folder.Path, "scenario.yaml")));
    }

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static JsonDocument Record(string folder) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "record.json")));

    internal static string Hash(string folder)
    {
        using var record = Record(folder);
        return record.RootElement.GetProperty("modelHash").GetString()!;
    }
}
