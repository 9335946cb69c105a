using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Charts;
using ActorLearning.Reporting.Html;
using ActorLearning.Reporting.Runs;

namespace ActorLearning.Reporting.Reports;

/// <summary>What a run took: messages, bytes and time.</summary>
internal static class CostSection
{
    private const double Megabyte = 1e6;

    /// <summary>Adds the section.</summary>
    public static void Add(Markup body, FinishedRun run)
    {
        body.Add($"<section><h2>What it took</h2>\n<div class=\"charts\">\n");
        var rounds = run.Rounds.Where(round => round.Round > 0).ToList();
        if (rounds.Any(round => round.Bytes > 0))
        {
            body.Add(Received(rounds).Draw());
        }

        if (run.Phases is not null)
        {
            body.Add(new ShareBar("Worker time by phase, all threads",
                [.. Phases(run.Phases).Select(phase => (phase.Name, phase.Time.TotalSeconds, Figures.Time(phase.Time)))]).Draw());
        }

        body.Add($"</div>\n<div class=\"two\">\n{Page.Table(["messages", "in all"], Words.Messages(run))}");
        if (run.Phases is not null)
        {
            body.Add(Times(run.Phases, run.Elapsed));
        }

        body.Add($"</div></section>\n");
    }

    private static LineChart Received(List<RoundRecord> rounds) => new(
        "Megabytes of usable models", "round", [.. rounds.Select(round => (double)round.Round)],
        [new Series("received by all honest learners", 1, [.. rounds.Select(round => (double?)(round.Bytes / Megabyte))])]);

    private static Markup Times(PhaseTimes phases, TimeSpan elapsed)
    {
        var all = Phases(phases);
        var sum = Math.Max(1e-9, all.Sum(phase => phase.Time.TotalSeconds));
        string Share(TimeSpan time) => Figures.Whole((long)Math.Round(100 * time.TotalSeconds / sum)) + " %";
        string[] end = ["wall clock", Figures.Time(elapsed), ""];
        return Page.Table(["worker time", "all threads", "share"],
            [.. all.Select(phase => new[] { phase.Name, Figures.Time(phase.Time), Share(phase.Time) }), end]);
    }

    private static (string Name, TimeSpan Time)[] Phases(PhaseTimes phases) =>
    [
        ("local training", phases.Training), ("aggregation", phases.Aggregation),
        ("forging lies", phases.Forging), ("evaluation", phases.Evaluation),
    ];
}
