namespace ActorLearning.Cli.Tests.Runs;

/// <summary><c>backend: torch</c> on the command line, in a build with TorchSharp and in one without.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class BackendTests : IDisposable
{
    private const string Glue = "libLibTorchSharp.so";

    private static readonly string[] Normalised = ["--set", "backend=torch", "--set", "model=C(2)-B-R-M-D-L(10)-S"];

    private readonly Workplace work = new();

    private static bool IsTorchHere => Outcome.Of("doctor").Out.Contains("torch: TorchSharp", StringComparison.Ordinal);

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
    public void Where_torch_is_there_a_run_with_it_ends_well_and_is_resumed_to_the_same_files()
    {
        var outcome = work.Run(["--quiet", "--set", "checkpoint.every=1", .. Normalised]);
        if (!IsTorchHere)
        {
            Assert.Equal(CommandLine.WrongInput, outcome.Exit);
            return;
        }

        outcome.AssertDone();
        var folder = work.RunFolders[0];
        var (hash, metrics) = (RunFolderTests.Hash(folder), File.ReadAllText(Path.Combine(folder, "metrics.csv")));
        Assert.Contains("backend: torch", File.ReadAllText(Path.Combine(folder, "scenario.yaml")));
        File.Delete(Path.Combine(folder, "record.json")); // As a kill in the third round leaves it.

        Assert.Contains("Going on after round 2.", Outcome.Of("resume", folder, "--threads", "1").AssertDone().Lines);

        Assert.Equal(hash, RunFolderTests.Hash(folder));
        Assert.Equal(metrics, File.ReadAllText(Path.Combine(folder, "metrics.csv")));
    }

    [Fact]
    public async Task Where_the_loader_finds_no_libtorch_of_the_wanted_version_doctor_and_run_say_which_and_the_way_out()
    {
        if (!OperatingSystem.IsLinux() || !IsTorchHere)
        {
            return; // Then the test above has seen the refusal of the real thing.
        }

        var program = ProgramWithAnotherLibtorch();

        var (doctor, complaints) = await RunAsync(program, "doctor");
        var (output, refusal) = await RunAsync(
            program, "run", work.Scenario, "--out", work.Runs, "--set", "backend=torch", "--set", "rounds=1");

        const string way = ": cannot open shared object file: No such file or directory. Install it where the system's loader "
            + "finds it, or build with a package that brings it: the property TorchPackage=TorchSharp-cpu";
        Assert.Equal(("", ""), (complaints, output));
        Assert.Matches($@"torch: libtorch [0-9.]+ is not to be had: libtorch_cpu\.[so0-9.]*x{way}", doctor);
        Assert.Matches($@"^backend: libtorch [0-9.]+ is not to be had: libtorch_cpu\.[so0-9.]*x{way}", refusal);
        Assert.False(Directory.Exists(work.Runs));
    }

    /// <summary>
    /// A copy of the program whose TorchSharp asks the loader for a libtorch that no machine has, as one built for another
    /// version does.
    /// </summary>
    private string ProgramWithAnotherLibtorch()
    {
        var from = Path.GetDirectoryName(typeof(CommandLine).Assembly.Location)!;
        var to = Directory.CreateDirectory(Path.Combine(work.Folder, "program")).FullName;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (var glue in Directory.EnumerateFiles(to, Glue, SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(glue);
            for (var at = 0; (at = Find(bytes, at)) >= 0;)
            {
                var end = Array.IndexOf(bytes, (byte)0, at);
                bytes[end - 1] = (byte)'x';
                at = end;
            }

            File.WriteAllBytes(glue, bytes);
        }

        return Path.Combine(to, Path.GetFileName(typeof(CommandLine).Assembly.Location));
    }

    private static int Find(byte[] bytes, int from)
    {
        var at = bytes.AsSpan(from).IndexOf("libtorch_cpu.so"u8);
        return at < 0 ? -1 : from + at;
    }

    private static async Task<(string Output, string Errors)> RunAsync(string program, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        using var run = StartedRun.OfProgram(program, arguments);
        var errors = run.Errors.ReadToEndAsync(limit.Token);
        var output = await run.Output.ReadToEndAsync(limit.Token);
        await run.EndAsync(limit.Token);
        return (output, await errors);
    }
}
