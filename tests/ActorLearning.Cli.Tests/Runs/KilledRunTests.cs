using ActorLearning.Numerics;

namespace ActorLearning.Cli.Tests.Runs;

/// <summary>A run that is killed again and again ends with the files of one that never was.</summary>
public sealed class KilledRunTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string[] Settings =
    [
        "--set", "rounds=150", "--set", "checkpoint.every=1", "--set", "evaluate.images=20", "--set",
        "byzantine.attack=late(delay=3)",
    ];

    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public async Task It_goes_on_to_the_same_bits_whenever_it_is_killed()
    {
        var seed = (ulong)Environment.TickCount64;
        var random = new RandomStream(seed, StreamPurpose.Split);
        using var limit = new CancellationTokenSource(Patience);
        using (var whole = StartedRun.Of(["run", work.Scenario, "--out", Path.Combine(work.Folder, "whole"), .. Settings]))
        {
            await whole.Output.ReadToEndAsync(limit.Token);
            await whole.EndAsync(limit.Token);
            Assert.Equal(CommandLine.Done, whole.ExitCode);
        }

        var folder = await KilledAsync(1 + random.NextBelow(15), random.NextBelow(40), limit.Token);
        for (var threads = 1; threads <= 3; threads++)
        {
            using var again = StartedRun.Of("resume", folder, "--threads", $"{threads}");
            await KillAfter(again, 2 + random.NextBelow(9), random.NextBelow(40), limit.Token);
        }

        using var last = StartedRun.Of("resume", folder, "--threads", "2");
        var output = await last.Output.ReadToEndAsync(limit.Token);
        await last.EndAsync(limit.Token);

        Assert.True(last.ExitCode == CommandLine.Done, $"seed {seed}: {output}{await last.Errors.ReadToEndAsync(limit.Token)}");
        AssertSameFiles(Assert.Single(Directory.GetDirectories(Path.Combine(work.Folder, "whole"))), folder, $"seed {seed}");
    }

    /// <summary>The folder of a run that was killed before its end; one that was quicker is begun anew.</summary>
    private async Task<string> KilledAsync(int lines, int milliseconds, CancellationToken limit)
    {
        while (true)
        {
            using var first = StartedRun.Of(["run", work.Scenario, "--out", work.Runs, .. Settings]);
            await KillAfter(first, lines, milliseconds, limit);
            var folder = Assert.Single(work.RunFolders);
            if (!File.Exists(Path.Combine(folder, "record.json")))
            {
                return folder;
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Kills a process so many milliseconds after so many lines of output, or where it ends before.</summary>
    private static async Task KillAfter(StartedRun run, int lines, int milliseconds, CancellationToken limit)
    {
        while (lines-- > 0 && await run.Output.ReadLineAsync(limit) is not null)
        {
        }

        await Task.Delay(milliseconds, limit);
        run.Kill();
        await run.EndAsync(limit);
    }

    private static void AssertSameFiles(string expected, string actual, string seed)
    {
        foreach (var name in new[] { "metrics.csv", "rounds.csv", "scenario.yaml" })
        {
            var (before, after) = (File.ReadAllText(Path.Combine(expected, name)), File.ReadAllText(Path.Combine(actual, name)));
            Assert.True(before == after, $"{seed}: {name}");
        }

        Assert.True(RunFolderTests.Hash(expected) == RunFolderTests.Hash(actual), seed);
        Assert.Empty(Directory.GetFiles(actual, "*.partial", SearchOption.AllDirectories));
        Assert.False(File.Exists(Path.Combine(actual, "in-use")));
    }
}
