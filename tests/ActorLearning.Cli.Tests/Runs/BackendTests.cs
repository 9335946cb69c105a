namespace ActorLearning.Cli.Tests.Runs;

/// <summary><c>backend: torch</c> on the command line, in a build with TorchSharp and in one without.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class BackendTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void What_this_build_or_machine_cannot_compute_is_refused_with_the_way_out()
    {
        var outcome = work.Run("--set", "backend=torch", "--set", "device=cuda:99");

        Assert.Equal((CommandLine.WrongInput, ""), (outcome.Exit, outcome.Out));
        Assert.Matches(
            "^(backend: this build has no TorchSharp: .*; or take backend: managed"
                + "|backend: libtorch .*|device: cuda:99 is not there: .*)\n$",
            outcome.Error);
        Assert.False(Directory.Exists(work.Runs));
    }

    [Fact]
    public void Where_torch_is_there_a_run_with_it_ends_well()
    {
        var outcome = work.Run("--set", "backend=torch", "--quiet");

        if (Outcome.Of("doctor").Out.Contains("torch: TorchSharp", StringComparison.Ordinal))
        {
            outcome.AssertDone();
            Assert.Contains("backend: torch", File.ReadAllText(Path.Combine(work.RunFolders[0], "scenario.yaml")));
        }
        else
        {
            Assert.Equal(CommandLine.WrongInput, outcome.Exit);
        }
    }
}
