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

    private static readonly FigureColumn HonestRefused = new(
        "honest refused", run => Share(run, round => round.HonestRefused, round => round.HonestOffered));

    private static readonly FigureColumn ByzantineAccepted = new(
        "Byzantine accepted", run => Share(run, round => round.ByzantineAccepted, round => round.ByzantineOffered));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Figure> All { get; } =
    [
        RpelFigures.First(), RpelFigures.Graphs(), RpelFigures.Cifar(), RpelAudit.Table(),
        Affinity(), Adaptive(), LossThreshold(),
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
        (string Label, int Steps, string Affinity, int GradientSteps)[] methods =
        [
            ("DSGD, T=1", 1, "0", 15_000), ("local DSGD, T=5", 5, "0", 15_000), ("Affinity, T=5", 5, "0.5", 15_000),
            ("local DSGD, T=10", 10, "0", 15_000), ("Affinity, T=10", 10, "0.5", 15_000),
            ("DSGD, T=1, with as many exchanges as T=10", 1, "0", 1500),
        ];
        var rows = from split in new[] { "disjoint-labels(2)", "iid" }
                   from method in methods
                   select new FigureRow($"{split}, {method.Label}",
                       [
                           $"data.split={split}", $"training.steps={method.Steps}", $"training.affinity={method.Affinity}",
                           $"rounds={method.GradientSteps / method.Steps}", $"evaluate.every={500 / method.Steps}",
                       ]);
        return new Figure(
            "affinity", "P2PL with Affinity (arXiv 2312.13602): two devices, 15,000 gradient steps; means over the last third",
            "affinity.yaml", ["evaluate.images=2000"], columns, [.. rows]);
    }

    private static Figure Adaptive()
    {
        string[] rules = ["inverse-loss", "inverse-loss(filter=none)", "mean", "trimmed-mean", "median", "krum", "medoid"];
        FigureRow[] rows =
        [
            .. from count in new[] { 0, 2, 4, 6 }
               from rule in rules
               select new FigureRow($"{count * 5} % sign-flip, {rule}", [$"byzantine.count={count}", $"aggregation={rule}"]),
            .. from alpha in new[] { "10", "0.1" }
               select new FigureRow($"20 % sign-flip, dirichlet(alpha={alpha}), inverse-loss",
                   ["byzantine.count=4", $"data.split=dirichlet(alpha={alpha})"]),
            .. from attack in new[] { "sign-flip", "fall-of-empires(epsilon=2)", "alie(z=1.5)", "gaussian(sigma=1)" }
               select new FigureRow($"19 of 20 Byzantine, everybody knows everybody, {attack}, inverse-loss",
                   ["byzantine.count=19", "exchange.peers=complete", $"byzantine.attack={attack}"]),
            new("the same learner alone",
                ["byzantine.count=19", "exchange.peers=complete", "aggregation=clipped-gossip(radius=0)"]),
        ];
        return new Figure(
            "adaptive", "Adaptive aggregation (arXiv 2501.04610) on MNIST: no attack, sign-flip, severity of the split",
            "adaptive.yaml", ["rounds=60", "evaluate.images=2000"], [Mean, Worst, HonestRefused, ByzantineAccepted], rows);
    }

    private static Figure LossThreshold()
    {
        string[] rules = ["loss-threshold", "decentralized-krum", "ubar", "zeno"];
        var regular = from attack in new[] { "max", "alie(z=auto, sign=-)" }
                      from count in new[] { 5, 3, 1 }
                      from rule in rules
                      select new FigureRow($"{attack}, rate .{count}, {rule}",
                          [$"byzantine.count={count}", $"byzantine.attack={attack}", $"aggregation={rule}"],
                          rule == "loss-threshold" && count == 5 ? ["> .5 (CIFAR-10)"] : []);

        // The paper's graph, on which Krum has too few neighbours to choose from.
        var random = from attack in new[] { "max", "alie(z=auto, sign=-)" }
                     from rule in rules.Where(rule => rule != "decentralized-krum")
                     select new FigureRow($"erdos-renyi(p=0.4), {attack}, rate .5, {rule}",
                         [$"byzantine.attack={attack}", $"aggregation={rule}", "exchange.peers=erdos-renyi(p=0.4)"],
                         rule == "loss-threshold" ? ["> .5 (CIFAR-10)"] : []);
        return new Figure(
            "loss-threshold", "Loss-threshold filtering (Masuda and Shudo): 10 learners, on MNIST; --set data.set=cifar10",
            "loss-threshold.yaml", ["rounds=60", "training.batch=32", "evaluate.images=500", "evaluate.every=0"],
            [Mean, Worst, HonestRefused, ByzantineAccepted], [.. random, .. regular])
        {
            // Of seed 4's random graph one honest learner has Byzantine neighbours only, as in four of ten such graphs.
            Seeds = [4, 1, 2],
        };
    }

    /// <summary>The mean over the evaluations of the last third of the rounds.</summary>
    private static double? Late(FinishedRun run, Func<RoundRecord, double?> value) =>
        run.Evaluated.Where(round => 3 * round.Round > 2 * run.RoundsWanted).Select(value).Average();

    private static double? Share(FinishedRun run, Func<RoundRecord, long> part, Func<RoundRecord, long> whole)
    {
        var all = run.Rounds.Sum(whole);
        return all == 0 ? null : (double)run.Rounds.Sum(part) / all;
    }
}
