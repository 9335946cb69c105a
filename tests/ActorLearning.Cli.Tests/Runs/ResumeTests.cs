using ActorLearning.Reporting;

namespace ActorLearning.Cli.Tests.Runs;

[Collection(ConsoleCollection.Name)]
public sealed class ResumeTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void It_ends_with_the_files_of_a_run_that_never_stopped()
    {
        var folder = StoppedAfter(2);
        var before = Files(folder);
        File.WriteAllText(Path.Combine(folder, "metrics.csv"), "round,learner\n0,"); // As if killed on a disk without renames.

        var outcome = Outcome.Of("resume", folder, "--threads", "1").AssertDone();

        Assert.Contains("Going on after round 2.", outcome.Lines);
        Assert.StartsWith("round     3 ", outcome.Lines[2], StringComparison.Ordinal);
        Assert.Equal(before, Files(folder));
    }

    [Fact]
    public void Without_a_checkpoint_it_begins_again_and_says_so()
    {
        var folder = StoppedAfter(2);
        var before = Files(folder);
        Directory.Delete(Path.Combine(folder, "checkpoints"), recursive: true);

        var outcome = Outcome.Of("resume", folder).AssertDone();

        Assert.Contains("There is no checkpoint to go on from: beginning again.", outcome.Lines);
        Assert.Equal(before, Files(folder));
    }

    [Fact]
    public void After_a_damaged_newest_checkpoint_it_falls_back_to_the_one_before()
    {
        var folder = StoppedAfter(2);
        var before = Files(folder);
        var newest = Path.Combine(folder, "checkpoints", "round-000000002.checkpoint");
        var bytes = File.ReadAllBytes(newest);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(newest, bytes);

        var outcome = Outcome.Of("resume", folder);

        Assert.Equal(
            "The checkpoint of round 2 cannot be read: its checksum is wrong: it is damaged or cut short. "
            + "Trying the one of round 1.\n", outcome.Error);
        Assert.Contains("Going on after round 1.", outcome.Lines);
        Assert.Equal(CommandLine.Done, outcome.Exit);
        Assert.Equal(before, Files(folder));
    }

    [Fact]
    public void A_complete_run_is_left_alone()
    {
        work.Run("--quiet").AssertDone();
        var folder = work.RunFolders[0];
        var record = File.ReadAllText(Path.Combine(folder, "record.json"));

        var outcome = Outcome.Of("resume", folder).AssertDone();

        Assert.Equal(
            $"{folder} is complete, model hash {RunFolderTests.Hash(folder)}: there is nothing to go on with.\n", outcome.Out);
        Assert.Equal(record, File.ReadAllText(Path.Combine(folder, "record.json")));
    }

    [Fact]
    public void A_complete_run_whose_report_found_no_room_gets_it()
    {
        work.Run("--quiet").AssertDone();
        var report = Path.Combine(work.RunFolders[0], "report.html");
        var text = File.ReadAllText(report);
        File.Delete(report);

        var outcome = Outcome.Of("resume", work.RunFolders[0]).AssertDone();

        Assert.EndsWith("Its report was missing, as after a full disk; it is written.\n", outcome.Out, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(report));
    }

    [Fact]
    public void A_checkpoint_of_another_scenario_is_refused_and_kept()
    {
        var folder = StoppedAfter(2);
        var scenario = Path.Combine(folder, "scenario.yaml");
        File.WriteAllText(scenario, File.ReadAllText(scenario).Replace("rate: 0.1", "rate: 0.2", StringComparison.Ordinal));
        var checkpoints = Directory.GetFiles(Path.Combine(folder, "checkpoints"));

        var outcome = Outcome.Of("resume", folder);

        Assert.Equal((CommandLine.WrongInput, ""), (outcome.Exit, outcome.Out));
        Assert.Matches(
            @"^.*round-000000002\.checkpoint: is of another scenario: fingerprint [0-9a-f]{8}, not [0-9a-f]{8}\. "
            + @"Remove .*checkpoints to begin the run again\.\n$", outcome.Error);
        Assert.Equal(checkpoints, Directory.GetFiles(Path.Combine(folder, "checkpoints")));
    }

    [Fact]
    public void What_is_no_run_is_refused()
    {
        var nowhere = Path.Combine(work.Folder, "nowhere");

        Outcome.Of("resume", nowhere).AssertRefused($"{nowhere}: there is no such folder");
        Outcome.Of("resume", work.Folder).AssertRefused(
            $"{work.Folder}: is not the folder of a run: there is no scenario.yaml in it");
        Assert.Equal([work.Scenario], Directory.GetFileSystemEntries(work.Folder));
    }

    [Fact]
    public void A_run_under_way_is_left_alone()
    {
        var path = StoppedAfter(2);
        using var folder = RunFolder.Open(path);

        Outcome.Of("resume", path).AssertRefused($"{path}: is in use: its run is under way");
    }

    [Fact]
    public void A_new_run_leaves_the_checkpoints_of_a_stopped_one_alone()
    {
        var folder = StoppedAfter(2);

        work.Run("--quiet", "--set", "checkpoint.every=1").AssertDone();

        Assert.Equal([folder, $"{folder}-2"], work.RunFolders);
        Assert.False(File.Exists(Path.Combine(folder, "record.json")));
    }

    [Fact]
    public void A_checkpoint_that_cannot_be_written_does_not_end_the_run()
    {
        var folder = StoppedAfter(2);
        Directory.Delete(Path.Combine(folder, "checkpoints"), recursive: true);
        File.WriteAllText(Path.Combine(folder, "checkpoints"), "in the way");

        var outcome = Outcome.Of("resume", folder, "--quiet");

        Assert.Equal(CommandLine.Done, outcome.Exit);
        Assert.Matches(
            "^The checkpoint of round 1 cannot be written: .* The run goes on; none is kept so far.\n"
            + "The checkpoint of round 2 cannot be written: .* The run goes on; none is kept so far.\n$", outcome.Error);
        Assert.NotEmpty(RunFolderTests.Hash(folder));
    }

    [Fact]
    public void The_cluster_engine_refuses_to_promise_checkpoints()
    {
        var outcome = work.Run("--engine", "cluster", "--set", "checkpoint.every=1");

        outcome.AssertRefused(
            "checkpoint.every: the cluster engine writes no checkpoints; take --engine embedded or --set checkpoint.every=0");
        Assert.False(Directory.Exists(work.Runs));
    }

    /// <summary>The folder of a run as a kill in the round after leaves it.</summary>
    private string StoppedAfter(int round)
    {
        work.Run("--quiet", "--set", "checkpoint.every=1").AssertDone();
        var folder = work.RunFolders[^1];
        File.Delete(Path.Combine(folder, "record.json"));
        Assert.True(File.Exists(Path.Combine(folder, "checkpoints", $"round-{round:D9}.checkpoint")));
        return folder;
    }

    private static (string Metrics, string Rounds) Files(string folder) =>
        (File.ReadAllText(Path.Combine(folder, "metrics.csv")), File.ReadAllText(Path.Combine(folder, "rounds.csv")));
}
