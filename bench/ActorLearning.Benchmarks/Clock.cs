using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ActorLearning.Benchmarks;

/// <summary>Times a piece of work.</summary>
public static partial class Clock
{
    // Until then the runtime has compiled again whatever it found to be hot.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Milliseconds a piece of work, ascending: so many timed runs after as many, and a second of them, to warm
    /// up.</summary>
    public static double[] Run(Func<Action> make, PeerOptions options)
    {
        var (threads, runs) = (options.Threads, options.Runs);
        Func<long> now = options.IsCpuTime ? AtWork : Stopwatch.GetTimestamp;
        var works = Enumerable.Range(0, threads).Select(_ => make()).ToArray();
        var times = new double[runs];
        using var line = new Barrier(threads);
        for (var start = Stopwatch.GetTimestamp(); !options.IsTiny && Stopwatch.GetElapsedTime(start) < WarmUp;)
        {
            Array.ForEach(works, work => work());
        }

        void Race(int thread)
        {
            for (var run = -Math.Max(3, runs); run < runs; run++)
            {
                line.SignalAndWait();
                var start = now();
                works[thread]();
                line.SignalAndWait(); // All are done: the slowest says how long it took.
                if (thread == 0 && run >= 0)
                {
                    times[run] = Stopwatch.GetElapsedTime(start, now()).TotalMilliseconds / threads;
                }
            }
        }

        if (threads == 1)
        {
            Race(0);
        }
        else
        {
            var racers = Enumerable.Range(0, threads).Select(thread => new Thread(() => Race(thread))).ToList();
            racers.ForEach(racer => racer.Start());
            racers.ForEach(racer => racer.Join());
        }

        Array.Sort(times);
        return times;
    }

    /// <summary>How long this thread has been at work, in the stopwatch's ticks of a nanosecond.</summary>
    private static long AtWork()
    {
        const int ThreadTime = 3;
        Read(ThreadTime, out var time);
        return time.Seconds * 1_000_000_000 + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
