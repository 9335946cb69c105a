using ActorLearning.Engine.Checkpoints;
using ActorLearning.Engine.Embedded;
using ActorLearning.Reporting;
using ActorLearning.Reporting.Checkpoints;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cli.Tests.Runs;

/// <summary>What becomes of checkpoints on a disk that is full, closed or damaged.</summary>
public sealed class CheckpointFolderTests : IDisposable
{
    private readonly Workplace work = new();
    private readonly List<string> told = [];
    private readonly CheckpointFolder folder;
    private readonly Scenario scenario;

    public CheckpointFolderTests()
    {
        folder = new CheckpointFolder(Path.Combine(work.Folder, "checkpoints"), told.Add);
        scenario = ScenarioFile.Read(work.Scenario, "checkpoint.every=1", "rounds=4", "evaluate.images=1");
    }

    public void Dispose() => work.Dispose();

    [Fact]
    public async Task The_newest_two_are_kept()
    {
        await Run(folder);

        Assert.Equal([3, 2], folder.Files.Select(file => file.Round));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(work.Folder, "checkpoints")).Length);
        Assert.Equal(3, folder.Newest(scenario)!.Header.Round);
        Assert.Equal(2, folder.Newest(scenario, last: 2)!.Header.Round);
        Assert.Empty(told);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public async Task A_damaged_newest_one_is_told_and_the_one_before_taken(int length)
    {
        await Run(folder);
        using (var file = File.OpenWrite(folder.Files[0].Path))
        {
            file.SetLength(length);
        }

        Assert.Equal(2, folder.Newest(scenario)!.Header.Round);
        Assert.Matches(
            "^The checkpoint of round 3 cannot be read: it(s checksum is wrong: it is damaged or cut short| is empty). "
            + "Trying the one of round 2.$", Assert.Single(told));
    }

    [Fact]
    public async Task On_a_full_disk_the_run_goes_on_and_the_earlier_ones_stay()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // The device that is always full is Linux's.
        }

        await Run(new Before(folder, round => _ = round == 3 ? File.CreateSymbolicLink(Aside(round), "/dev/full") : null));

        Assert.Matches(
            "^The checkpoint of round 3 cannot be written: No space left on device.* "
            + "The run goes on; the one of round 2 is kept.$",
            Assert.Single(told));
        AssertIntact(newest: 2);
    }

    [Fact]
    public async Task Without_permission_the_run_goes_on_and_the_earlier_ones_stay()
    {
        // A folder where the file should be: access is denied to everyone, to the superuser too.
        await Run(new Before(folder, round => _ = round == 3 ? Directory.CreateDirectory(Aside(round)) : null));
        Directory.Delete(Aside(3));

        Assert.Matches(
            "^The checkpoint of round 3 cannot be written: Access to the path .* is denied. "
            + "The run goes on; the one of round 2 is kept.$", Assert.Single(told));
        AssertIntact(newest: 2);
    }

    [Fact]
    public async Task Files_of_another_kind_are_let_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Aside(1))!);
        var notes = Path.Combine(work.Folder, "checkpoints", "round-notes.checkpoint");
        await File.WriteAllTextAsync(notes, "mine");

        await Run(folder);

        Assert.Equal([3, 2], folder.Files.Select(file => file.Round));
        Assert.Equal("mine", await File.ReadAllTextAsync(notes));
    }

    private void AssertIntact(int newest)
    {
        Assert.Equal([newest, newest - 1], folder.Files.Select(file => file.Round));
        Assert.Equal(newest, folder.Newest(scenario)!.Header.Round);
        Assert.Empty(Directory.GetFiles(Path.Combine(work.Folder, "checkpoints"), $"*{AtomicFile.Partial}"));
    }

    private string Aside(int round) => Path.Combine(
        work.Folder, "checkpoints", $"round-{round:D9}.checkpoint.{Environment.ProcessId}{AtomicFile.Partial}");

    private async Task Run(ICheckpointStore store) =>
        await new EmbeddedEngine(new EmbeddedOptions { Checkpoints = store }).RunAsync(scenario, null, CancellationToken.None);

    /// <summary>Something done before each checkpoint is saved.</summary>
    private sealed class Before(ICheckpointStore store, Action<int> prepare) : ICheckpointStore
    {
        public void Save(Checkpoint checkpoint)
        {
            prepare(checkpoint.Header.Round);
            store.Save(checkpoint);
        }
    }
}
