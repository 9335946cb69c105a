using ActorLearning.Cli.Tests.Runs;
using ActorLearning.Numerics;

namespace ActorLearning.Cli.Tests.Sweeps;

/// <summary>A sweep that is killed again and again ends with the models of one that never was.</summary>
public sealed class KilledSweepTests : IDisposable
{
    private const int Cells = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public async Task It_repeats_no_run_that_was_over_and_loses_none()
    {
        var seed = (ulong)Environment.TickCount64;
        var random = new RandomStream(seed, StreamPurpose.Split);
        using var limit = new CancellationTokenSource(Patience);
        var told = 0;
        for (var kill = 1; kill <= 3; kill++)
        {
            // Another cell may be over by the time of the kill, and cells that were there before are told again.
            using var sweep = Sweep(work.Runs, lanes: 1 + kill % 2);
            told = await LinesAsync(sweep, atMost: Math.Min(told + 1, Cells - 1), limit.Token);
            await Task.Delay(random.NextBelow(60), limit.Token);
            sweep.Kill();
            await sweep.EndAsync(limit.Token);
        }

        var over = Records(work.Runs).ToDictionary(path => path, File.GetLastWriteTimeUtc);
        var killed = await TableAsync(work.Runs, limit.Token);
        var whole = await TableAsync(Path.Combine(work.Folder, "whole"), limit.Token);

        Assert.True(over.Count >= told, $"seed {seed}: {told} cells were told to be over, {over.Count} have a record");
        Assert.All(over, pair => Assert.Equal(pair.Value, File.GetLastWriteTimeUtc(pair.Key)));
        Assert.Equal(Cells, Records(work.Runs).Length);
        Assert.Equal(whole, killed);
        Assert.Empty(Directory.GetFiles(work.Runs, "*.partial", SearchOption.AllDirectories));
    }

    private StartedRun Sweep(string folder, int lanes) => StartedRun.Of(
        "sweep", work.Scenario, "--out", folder, "--json", "--parallel", $"{lanes}", "--set", "rounds=40",
        "--set", "evaluate.every=0", "--set", $"seed=1..{Cells}");

    /// <summary>What a sweep that comes to its end writes of all its cells, model hashes too.</summary>
    private async Task<string> TableAsync(string folder, CancellationToken limit)
    {
        using var sweep = Sweep(folder, lanes: 2);
        await sweep.Output.ReadToEndAsync(limit);
        await sweep.EndAsync(limit);
        Assert.Equal(CommandLine.Done, sweep.ExitCode);
        return await File.ReadAllTextAsync(Path.Combine(folder, "sweep-tiny-run", "sweep.csv"), limit);
    }

    private static async Task<int> LinesAsync(StartedRun sweep, int atMost, CancellationToken limit)
    {
        var lines = 0;
        while (lines < atMost && await sweep.Output.ReadLineAsync(limit) is not null)
        {
            lines++;
        }

        return lines;
    }

    private static string[] Records(string folder) => Directory.GetFiles(folder, "record.json", SearchOption.AllDirectories);
}
