using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Runs;

namespace ActorLearning.Cli.Reproduction;

/// <summary>The figures that can be reproduced, with the published numbers where a paper has them.</summary>
internal static class Figures
{
    private static readonly FigureColumn Mean = new("mean", run => run.Last?.Accuracy?.Mean);
    private static readonly FigureColumn Worst = new("worst", run => run.Last?.Accuracy?.Worst);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Figure> All { get; } = [RpelFirst(), RpelGraphs(), Affinity(), Adaptive(), LossThreshold()];

    private static Figure RpelFirst() => new(
        "rpel-figure-1", "RPEL (arXiv 2510.08311) on MNIST: 30 learners, 6 Byzantine, 15 pulled, 200 rounds",
        "rpel-mnist-n30-alie.yaml", ["rounds=60", "evaluate.images=1000"], [Mean, Worst],
        [
            .. from attack in new[] { ("sign-flip", ".943"), ("fall-of-empires(epsilon=2)", ".943"), ("alie(z=1.5)", ".928") }
               from rule in new[] { "nnm | trimmed-mean", "trimmed-mean" }
               from split in new[] { "dirichlet-as-coded(alpha=1)", "dirichlet(alpha=1)" }
               select new FigureRow($"{attack.Item1}, {rule}, {split}",
                   [$"byzantine.attack={attack.Item1}", $"aggregation={rule}", $"data.split={split}"], attack.Item2),
        ]);

    private static Figure RpelGraphs()
    {
        (string Setting, string Attack, int Byzantine, int Peers, string[] Published)[] settings =
        [
            ("ALIE, b=3, s=15", "alie(z=1.5)", 3, 15, [".909|.717", ".196|.098", ".970|.941", ".963|.942"]),
            ("ALIE, b=6, s=15", "alie(z=1.5)", 6, 15, [".322|<.1", "<.1|<.1", ".960|", ".871|"]),
            ("ALIE, b=1, s=3", "alie(z=1.5)", 1, 3, [".576|.412", ".579|.322", ".866|.442", ".976|.969"]),
            ("Dissensus, b=1, s=4", "dissensus(epsilon=1)", 1, 4, [".522|", ".483|", ".527|", ".977|"]),
        ];
        string[] rules = ["cs-plus", "clipped-gossip", "gts", "nnm | trimmed-mean"];
        var rows = from setting in settings
                   from i in Enumerable.Range(0, rules.Length)
                   let isPull = i == rules.Length - 1
                   let edges = 30 * setting.Peers / 2
                   select new FigureRow($"{setting.Setting}, {rules[i]}",
                       [
                           $"byzantine.count={setting.Byzantine}", $"byzantine.attack={setting.Attack}",
                           $"exchange.peers={(isPull ? $"pull({setting.Peers})" : $"random-connected({edges})")}",
                           $"exchange.assumedByzantine={Math.Min(setting.Byzantine, (setting.Peers - 1) / 2)}",
                           $"aggregation={rules[i]}",
                       ], setting.Published[i].Split('|'));
        return new Figure(
            "rpel-figure-4", "RPEL against fixed graphs of the same budget, 30 learners on MNIST, right baselines",
            "rpel-mnist-n30-alie.yaml", ["rounds=60", "evaluate.images=1000", "evaluate.every=0"], [Mean, Worst], [.. rows]);
    }

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
        (string Label, int Steps, string Affinity)[] methods =
        [
            ("DSGD, T=1", 1, "0"), ("local DSGD, T=5", 5, "0"), ("Affinity, T=5", 5, "0.5"),
            ("local DSGD, T=10", 10, "0"), ("Affinity, T=10", 10, "0.5"),
        ];
        var rows = from split in new[] { "disjoint-labels(2)", "iid" }
                   from method in methods
                   select new FigureRow($"{split}, {method.Label}",
                       [
                           $"data.split={split}", $"training.steps={method.Steps}", $"training.affinity={method.Affinity}",
                           $"rounds={3000 / method.Steps}", $"evaluate.every={100 / method.Steps}",
                       ]);
        return new Figure(
            "affinity", "P2PL with Affinity (arXiv 2312.13602): two devices, 3,000 gradient steps; means over the last third",
            "affinity.yaml", ["evaluate.images=2000"], columns, [.. rows]);
    }

    private static Figure Adaptive()
    {
        FigureColumn[] columns =
        [
            Mean, Worst,
            new("honest refused", run => Share(run, round => round.HonestRefused, round => round.HonestOffered)),
            new("Byzantine accepted", run => Share(run, round => round.ByzantineAccepted, round => round.ByzantineOffered)),
        ];
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
            "adaptive.yaml", ["rounds=60", "evaluate.images=2000"], columns, rows);
    }

    private static Figure LossThreshold()
    {
        string[] rules = ["loss-threshold", "decentralized-krum", "ubar", "zeno"];
        var rows = from attack in new[] { "max", "alie(z=auto, sign=-)" }
                   from count in new[] { 5, 3, 1 }
                   from rule in rules
                   select new FigureRow($"{attack}, rate .{count}, {rule}",
                       [$"byzantine.count={count}", $"byzantine.attack={attack}", $"aggregation={rule}"],
                       rule == "loss-threshold" && count == 5 ? ["> .5 (CIFAR-10)"] : []);
        return new Figure(
            "loss-threshold", "Loss-threshold filtering (Masuda and Shudo): 10 learners, on MNIST; CIFAR-10 by --set",
            "loss-threshold.yaml", ["rounds=60", "training.batch=32", "evaluate.images=500", "evaluate.every=0"],
            [Mean, Worst], [.. rows]);
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
