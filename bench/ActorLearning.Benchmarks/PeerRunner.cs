using System.Diagnostics;
using System.Globalization;

namespace ActorLearning.Benchmarks;

/// <summary>
/// <c>peers [steps|rules|all] [--runs N]</c>: least and median milliseconds of the cases a PyTorch peer is timed on.
/// </summary>
/// <remarks>
/// One thread. Names are those of the peer's table, so that a ratio is a join; compare ratios of one run on an idle machine only.
/// </remarks>
internal static class PeerRunner
{
    public static int Run(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var known = new[] { "steps", "rules", "all" };
        var what = arguments.Skip(1).FirstOrDefault(argument =>
            !argument.StartsWith('-') && !int.TryParse(argument, out _)) ?? "all";
        var runs = Array.IndexOf(arguments, "--runs") is var at and >= 0
            && int.TryParse(arguments.ElementAtOrDefault(at + 1), out var n)
            ? n : 15;
        if (arguments.FirstOrDefault() != "peers" || !known.Contains(what) || runs < 1)
        {
            Console.Error.WriteLine("Usage: peers [steps|rules|all] [--runs N]");
            return 2;
        }

        Console.WriteLine($"{".NET " + Environment.Version + ", 1 thread",-44}   least ms  median ms");
        var cases = (what is "rules" ? [] : StepCases.All()).Concat(what is "steps" ? [] : RuleCases.All());
        foreach (var (name, work) in cases)
        {
            Clock(name, work, runs);
        }

        return 0;
    }

    private static void Clock(string name, Action work, int runs)
    {
        for (var i = 0; i < Math.Max(3, runs); i++)
        {
            work();
        }

        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        Console.WriteLine($"{name,-44} {times[0],10:F3} {times[runs / 2],10:F3}");
    }
}
