using System.Diagnostics;
using System.Globalization;
using ActorLearning.Testing.Exploration;
using ActorLearning.Testing.Networks;

namespace ActorLearning.Benchmarks;

/// <summary><c>explore [steps]</c>: what an interleaved step of a round of five learners costs, one of them Byzantine.</summary>
/// <remarks>One thread. Processor time is told beside the clock's, for a machine that has other work too.</remarks>
public static class ExploreRunner
{
    private const long DefaultSteps = 1_000_000;

    /// <summary>Runs a command line: 0 done, 2 the command line is wrong.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        var steps = DefaultSteps;
        if (arguments.Length > 2 || (arguments.Length == 2
            && (!long.TryParse(arguments[1], NumberStyles.None, CultureInfo.InvariantCulture, out steps) || steps < 1)))
        {
            error.WriteLine("Usage: explore [steps]");
            return 2;
        }

        output.WriteLine("search        steps    seconds  processor s    steps/s  bytes/step");
        Clock("in order", new ExplorationSettings { Depth = 3, Schedules = long.MaxValue, MostSteps = steps }, output);
        Clock("at random", new ExplorationSettings { Depth = -1, Schedules = long.MaxValue, MostSteps = steps }, output);
        return 0;
    }

    private static void Clock(string name, ExplorationSettings settings, TextWriter output)
    {
        var plan = NetworkPlan.Small(learners: 5, pulled: 2, byzantine: 1, rounds: 1, aggregation: "nnm | trimmed-mean");
        Explorer.Run(plan, settings with { MostSteps = Math.Min(20_000, settings.MostSteps ?? 0) });
        var (start, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var result = Explorer.Run(plan, settings);
        var (seconds, processor) = (
            Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / result.Steps;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-10} {result.Steps,8} {seconds,10:F2} {processor,12:F2} {result.Steps / processor,10:F0} {bytes,11}"));
        if (result.Violation is { } violation)
        {
            throw new InvalidOperationException($"the measured machines broke a promise: {violation}");
        }
    }
}
