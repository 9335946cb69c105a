using System.Diagnostics;

namespace ActorLearning.Cli.Tests.Runs;

/// <summary>A command line in a process of its own, which is ended with this object.</summary>
internal sealed class StartedRun : IDisposable
{
    private readonly Process process;

    private StartedRun(Process process) => this.process = process;

    /// <summary>The process's number.</summary>
    public int Id => process.Id;

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>What it prints.</summary>
    public StreamReader Output => process.StandardOutput;

    /// <summary>What it complains of.</summary>
    public StreamReader Errors => process.StandardError;

    public static StartedRun Of(params string[] arguments) => OfProgram(typeof(CommandLine).Assembly.Location, arguments);

    /// <summary>The same of a copy of the program.</summary>
    public static StartedRun OfProgram(string program, params string[] arguments)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return new StartedRun(Process.Start(new ProcessStartInfo(host, [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    /// <summary>Waits until it has ended.</summary>
    public Task EndAsync(CancellationToken limit) => process.WaitForExitAsync(limit);

    /// <summary>Ends it at once, as kill -9 does. Nothing where it has ended.</summary>
    public void Kill() => process.Kill();

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
