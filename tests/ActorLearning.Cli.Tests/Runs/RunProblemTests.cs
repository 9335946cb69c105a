using ActorLearning.Learning.Data;

namespace ActorLearning.Cli.Tests.Runs;

/// <summary>Runs that cannot start or cannot go on: a message, an exit code, no stack trace.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class RunProblemTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void A_wrong_scenario_leaves_nothing()
    {
        var outcome = work.Run("--set", "rounds=0");

        outcome.AssertRefused("--set: rounds: 0 is out of range; allowed: 1 to 100000000");
        Assert.False(Directory.Exists(work.Runs));
    }

    [Fact]
    public void A_file_where_the_folder_should_be_is_refused_and_left_alone()
    {
        var inTheWay = work.Write("runs", "mine");

        var outcome = work.Run();

        Assert.Equal((CommandLine.WrongInput, ""), (outcome.Exit, outcome.Out));
        Assert.StartsWith($"--out: {inTheWay}", outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith(" Name another folder with --out.\n", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(inTheWay));
        Assert.Equal(2, Directory.GetFileSystemEntries(work.Folder).Length);
    }

    [Fact]
    public void A_folder_that_breaks_in_the_middle_of_a_run_fails_the_run()
    {
        work.Run("--quiet").AssertDone();
        var folder = work.RunFolders[0];
        Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(Path.Combine(folder, "metrics.csv", "full"));

        var outcome = work.Run("--quiet");

        Assert.Equal(CommandLine.Failed, outcome.Exit);
        Assert.StartsWith("a file cannot be written: ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder, "*.partial"));
    }

    [Fact]
    public void Damaged_data_is_named_and_no_record_is_left()
    {
        var data = Directory.CreateDirectory(Path.Combine(work.Folder, "data", "mnist")).FullName;
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Root, "data", "mnist"), "*.gz"))
        {
            File.Copy(path, Path.Combine(data, Path.GetFileName(path)));
        }

        var damaged = Path.Combine(data, "train-images-idx3-ubyte.gz");
        using (var file = File.OpenWrite(damaged))
        {
            file.SetLength(file.Length / 2);
        }

        var outcome = RunWithData(Path.GetDirectoryName(data)!);

        Assert.Equal(CommandLine.WrongInput, outcome.Exit);
        Assert.Equal($"data: {damaged} is cut short. Restore the file.\n", outcome.Error);
        Assert.Empty(Directory.GetFiles(work.Runs, "record.json", SearchOption.AllDirectories));
    }

    [Fact]
    public void Missing_data_is_told_with_the_way_out()
    {
        var outcome = RunWithData(work.Folder);

        Assert.Equal(CommandLine.WrongInput, outcome.Exit);
        Assert.Equal(
            $"data: {Path.Combine(work.Folder, "mnist")} does not exist; "
            + $"{DataFolders.Variable} says that data sets lie in {work.Folder}. "
            + "`actorlearning data get mnist` fetches it there.\n", outcome.Error);
    }

    [Fact]
    public void A_run_that_is_refused_before_it_begins_leaves_no_folder_but_takes_nothing_away()
    {
        RunWithData(work.Folder);
        Assert.Empty(Directory.GetDirectories(work.Runs));

        work.Run("--quiet").AssertDone();
        var folder = Assert.Single(work.RunFolders);
        File.Delete(Path.Combine(folder, "record.json"));
        var before = Directory.GetFiles(folder).Order().ToList();
        RunWithData(work.Folder);

        Assert.Equal(before, Directory.GetFiles(folder).Order());
    }

    [Fact]
    public void A_learner_without_examples_is_told()
    {
        var outcome = work.Run("--quiet", "--set", "data.split=dirichlet(alpha=0.0001)", "--set", "learners=60");

        Assert.Equal(CommandLine.WrongInput, outcome.Exit);
        Assert.Matches(
            @"^data\.split: leaves \d+ learner\(s\) without training examples, the first is learner \d+\. ", outcome.Error);
    }

    private Outcome RunWithData(string folder)
    {
        var before = Environment.GetEnvironmentVariable(DataFolders.Variable);
        try
        {
            Environment.SetEnvironmentVariable(DataFolders.Variable, folder);
            return work.Run("--quiet");
        }
        finally
        {
            Environment.SetEnvironmentVariable(DataFolders.Variable, before);
        }
    }
}
