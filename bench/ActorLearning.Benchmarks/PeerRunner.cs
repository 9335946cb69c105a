using System.Globalization;

namespace ActorLearning.Benchmarks;

/// <summary><c>peers</c>: least and median milliseconds of the cases a PyTorch peer is timed on.</summary>
/// <remarks>
/// Names are those of the peer's table, so that a ratio is a join; <c>--beside</c> makes it. Compare ratios of one run on an idle
/// machine only. With more threads each does the whole work on memory of its own, and a time is the run's divided by their
/// number: what one piece of work costs while all are busy, as in an engine, which parallelises across learners.
/// </remarks>
public static class PeerRunner
{
    /// <summary>Runs a command line: 0 done, 2 the command line or the peer's table is wrong.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (PeerOptions.Parse(arguments) is not { } options)
        {
            errors.WriteLine(PeerOptions.Usage);
            return 2;
        }

        if (options.Beside is { } missing && !File.Exists(missing))
        {
            errors.WriteLine($"There is no file {missing} to compare with.");
            return 2;
        }

        var peer = options.Beside is { } table ? PeerTable.Read(File.ReadLines(table)) : null;
        output.WriteLine(
            $"{$".NET {Environment.Version}, {options.Threads} thread(s)",-44}   least ms  median ms"
            + (peer is null ? "" : "       peer   ratio  wanted"));
        foreach (var item in Cases(options))
        {
            var times = Clock.Run(item.Make, options);
            var line = PeerTable.Line(item.Name, times[0], times[times.Length / 2]);
            output.WriteLine(peer is null ? line : line + Beside(item, times[0], peer));
            output.Flush();
        }

        return 0;
    }

    private static IEnumerable<Case> Cases(PeerOptions options)
    {
        var cases = options.Part switch
        {
            "steps" => StepCases.All(options.IsTiny),
            "rules" => RuleCases.All(options.IsTiny),
            "growth" => RuleCases.Growth(options.IsTiny),
            _ => StepCases.All(options.IsTiny).Concat(RuleCases.All(options.IsTiny)),
        };
        return cases.Where(item => item.Name.Contains(options.Case));
    }

    private static string Beside(Case item, double least, IReadOnlyDictionary<string, double> peer) =>
        peer.TryGetValue(item.Name, out var theirs)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" {theirs,10:F3} {theirs / least,7:F2} {item.Wanted,7:0.##}{Verdict(theirs / least, item)}")
            : "          -       -       -";

    private static string Verdict(double ratio, Case item) => ratio >= item.Wanted ? "" : "  short";
}
