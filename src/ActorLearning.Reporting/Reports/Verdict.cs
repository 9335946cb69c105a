using System.Globalization;
using ActorLearning.Reporting.Runs;

namespace ActorLearning.Reporting.Reports;

/// <summary>What came of a run, in sentences.</summary>
internal static class Verdict
{
    // Below this many times the accuracy of guessing nothing was learned.
    private const double Guessing = 1.5;

    // From this far behind the mean a learner was left behind; from this far below its peak a run fell.
    private const double Behind = .1;
    private const double Fall = .05;

    /// <summary>The sentences.</summary>
    public static string Of(FinishedRun run) => string.Join(" ", new[] { Ending(run), Outcome(run), Meetings(run) }
        .Where(sentence => sentence.Length > 0));

    private static string Ending(FinishedRun run) => run.IsComplete ? ""
        : $"The run ended early, after round {Round(run)} of {run.RoundsWanted.ToString(CultureInfo.InvariantCulture)}.";

    private static string Outcome(FinishedRun run)
    {
        if (run.Last?.Accuracy is not { } last)
        {
            return "Nothing was evaluated.";
        }

        var measured = $"mean accuracy {Figures.Share(last.Mean)}, worst {Figures.Share(last.Worst)}, "
            + $"best {Figures.Share(last.Best)}";
        var peak = run.Evaluated.MaxBy(round => round.Accuracy!.Mean)!;
        var fell = peak.Accuracy!.Mean - last.Mean > Fall ? string.Create(CultureInfo.InvariantCulture,
            $" The mean stood at {Figures.Share(peak.Accuracy.Mean)} after round {peak.Round} and fell.") : "";
        var liars = run.Byzantine.Count == 0 ? "" : run.Byzantine.Count == 1 ? " against 1 Byzantine learner"
            : $" against {Figures.Whole(run.Byzantine.Count)} Byzantine learners";
        var classes = run.Shards.Count > 0 ? run.Shards[0].Labels.Count : 0;
        var said = classes > 1 && last.Mean < Guessing / classes
            ? $"The honest learners learned nothing{liars}: {measured}, where guessing gives {Figures.Share(1.0 / classes)}."
            : last.Mean - last.Worst > Behind
            ? $"The honest learners as a whole learned{liars}, but not all of them: {measured}."
            : $"Every honest learner learned{liars}: {measured}.";
        return said + fell;
    }

    private static string Meetings(FinishedRun run)
    {
        var (met, assumed) = (Figures.Whole(run.ByzantineMetMax), Figures.Whole(run.AssumedByzantine));
        return run.Byzantine.Count == 0 ? "Nobody lied."
            : run.ByzantineMetMax <= run.AssumedByzantine
            ? $"No exchange brought more than {met} Byzantine models, and {assumed} were reckoned with."
            : $"One exchange brought {met} Byzantine models, more than the {assumed} reckoned with: "
            + "the rule promises nothing there.";
    }

    private static string Round(FinishedRun run) =>
        (run.Rounds.Count > 0 ? run.Rounds[^1].Round : 0).ToString(CultureInfo.InvariantCulture);
}
