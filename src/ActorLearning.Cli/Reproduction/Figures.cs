using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Runs;

namespace ActorLearning.Cli.Reproduction;

/// <summary>The figures that can be reproduced, with the published numbers where a paper has them.</summary>
internal static class Figures
{
    /// <summary>Mean accuracy of the honest learners at the end.</summary>
    public static FigureColumn Mean { get; } = new("mean", run => run.Last?.Accuracy?.Mean);

    /// <summary>Accuracy of the worst of them.</summary>
    public static FigureColumn Worst { get; } = new("worst", run => run.Last?.Accuracy?.Worst);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Figure> All { get; } =
    [
        RpelFigures.First(), RpelFigures.Graphs(), RpelCifar.All(), RpelAudit.Table(),
        Affinity(), LossFigures.Adaptive(), LossFigures.Threshold(),
    ];

    private static Figure Affinity()
    {
        FigureColumn[] columns =
        [
            new("after consensus", run => Late(run, round => round.Accuracy?.Mean)),
            new("after local steps", run => Late(run, round => round.AccuracyAfterTraining?.Mean)),
            new("unseen after consensus", run => Late(run, round => round.Unseen)),
            new("unseen after local steps", run => Late(run, round => round.UnseenAfterTraining)),
            new("oscillation", run => Late(run, round => round.Oscillation)),
            new("oscillation unseen", run => Late(run, round => round.OscillationUnseen)),
        ];
        const string Disjoint = "disjoint-labels(2)";
        const int All = 15_000;
        (string Label, int Steps, string Affinity, int GradientSteps)[] methods =
        [
            ("DSGD, T=1", 1, "0", All), ("Affinity by .25, T=1", 1, "0.25", All),
            ("local DSGD, T=5", 5, "0", All), ("Affinity, T=5", 5, "0.5", All),
            ("local DSGD, T=10", 10, "0", All), ("Affinity, T=10", 10, "0.5", All),
            ("DSGD, T=1, with as many exchanges as T=10", 1, "0", 1500),
        ];
        var plain = from split in new[] { Disjoint, "iid" }
                    from method in methods
                    select Row(split, method.Label, method.Steps, method.GradientSteps, $"training.affinity={method.Affinity}");
        FigureRow[] further =
        [
            Row(Disjoint, "P2PL: momentum .5, T=10", 10, All, "training.momentum=0.5", "training.affinity=0"),
            Row(Disjoint, "Affinity, momentum .5, T=10", 10, All, "training.momentum=0.5", "training.affinity=0.5"),
        ];
        return new Figure(
            "affinity", "P2PL with Affinity (arXiv 2312.13602): two devices, 15,000 gradient steps; means over the last third",
            "affinity.yaml", ["evaluate.images=2000"], columns, [.. plain, .. further]);
    }

    private static FigureRow Row(string split, string label, int steps, int gradientSteps, params string[] settings) => new(
        $"{split}, {label}",
        [
            $"data.split={split}", $"training.steps={steps}", $"rounds={gradientSteps / steps}",
            $"evaluate.every={500 / steps}", .. settings,
        ]);

    /// <summary>The mean over the evaluations of the last third of the rounds.</summary>
    private static double? Late(FinishedRun run, Func<RoundRecord, double?> value) =>
        run.Evaluated.Where(round => 3 * round.Round > 2 * run.RoundsWanted).Select(value).Average();
}
