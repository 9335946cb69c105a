using System.Diagnostics;
using System.Text.Json;

namespace ActorLearning.Cli.Tests.Runs;

/// <summary>Ctrl-C ends a run after the round at hand with everything written, and counts as done.</summary>
public sealed class InterruptTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_the_run_with_its_record(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Signals are sent with kill.
        }

        using var limit = new CancellationTokenSource(Patience);
        using var run = StartedRun.Of(
            "run", work.Scenario, "--out", work.Runs, "--set", "rounds=100000", "--set", "evaluate.images=1");
        await UntilAnEvaluation(run, limit.Token);
        if (IgnoresInterrupts(run) && signal == "INT")
        {
            return; // Who starts the tests in the background of a plain shell has Ctrl-C switched off for all they start.
        }

        var rest = run.Output.ReadToEndAsync(limit.Token);
        var errors = run.Errors.ReadToEndAsync(limit.Token);
        using var kill = Process.Start("kill", [$"-{signal}", $"{run.Id}"]);
        await kill.WaitForExitAsync(limit.Token);
        await run.EndAsync(limit.Token);

        var folder = Assert.Single(work.RunFolders);
        Assert.Equal(CommandLine.Done, run.ExitCode);
        Assert.Contains("ended early after round ", await rest, StringComparison.Ordinal);
        Assert.Contains($"  actorlearning resume {folder}   # go on where it stopped\n", await rest, StringComparison.Ordinal);
        Assert.Equal("Ending after this round; once more to end at once.", (await errors).Trim());
        using var record = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "record.json"), limit.Token));
        Assert.True(record.RootElement.GetProperty("interrupted").GetBoolean());
        Assert.False(record.RootElement.GetProperty("complete").GetBoolean());
        Assert.Equal(JsonValueKind.Null, record.RootElement.GetProperty("modelHash").ValueKind);
        var rounds = record.RootElement.GetProperty("rounds").GetInt32();
        Assert.StartsWith($"{rounds},", File.ReadLines(Path.Combine(folder, "metrics.csv")).Last(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder, "*.partial"));
        var checkpoint = Assert.Single(Directory.GetFiles(Path.Combine(folder, "checkpoints")));
        Assert.Equal($"round-{rounds:D9}.checkpoint", Path.GetFileName(checkpoint));
    }

    private static bool IgnoresInterrupts(StartedRun process)
    {
        var status = $"/proc/{process.Id}/status";
        var ignored = File.Exists(status)
            ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        return ignored is not null && (Convert.ToUInt64(ignored[7..].Trim(), 16) & 2) != 0;
    }

    private static async Task UntilAnEvaluation(StartedRun run, CancellationToken limit)
    {
        string? line;
        do
        {
            line = await run.Output.ReadLineAsync(limit);
            Assert.True(line is not null, "the run ended before its first evaluation");
        }
        while (!line.StartsWith("round     1", StringComparison.Ordinal));
    }
}
