using System.Diagnostics;
using Akka.Actor;

namespace ActorLearning.Benchmarks.Wire;

/// <summary>What some pulls took.</summary>
/// <param name="Elapsed">The time that went by.</param>
/// <param name="Processor">The time that both processes together were at work.</param>
internal readonly record struct WireRun(TimeSpan Elapsed, TimeSpan Processor)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Pulls and takes the time.</summary>
    public static async Task<WireRun> OfAsync(IActorRef puller, PullWork work, Process peer)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), AtWork(peer));
        await puller.Ask<PullWork.Done>(work, Limit);
        return new WireRun(Stopwatch.GetElapsedTime(start), AtWork(peer) - before);
    }

    private static TimeSpan AtWork(Process peer)
    {
        using var own = Process.GetCurrentProcess();
        peer.Refresh();
        return own.TotalProcessorTime + peer.TotalProcessorTime;
    }
}
