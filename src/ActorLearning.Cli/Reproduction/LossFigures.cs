using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Runs;

namespace ActorLearning.Cli.Reproduction;

/// <summary>The figures of the two papers that judge models by their loss on the learner's own data.</summary>
internal static class LossFigures
{
    private static FigureColumn[] Columns =>
    [
        Figures.Mean, Figures.Worst,
        new("honest refused", run => Share(run, round => round.HonestRefused, round => round.HonestOffered)),
        new("Byzantine accepted", run => Share(run, round => round.ByzantineAccepted, round => round.ByzantineOffered)),
    ];

    /// <summary>The three experiments of the paper on inverse loss, and the checks it leaves open.</summary>
    public static Figure Adaptive()
    {
        const string Own = "inverse-loss";
        const string Fresh = "inverse-loss(data=fresh)";
        const string Unfiltered = "inverse-loss(filter=none)";
        string[] rules = [Own, Fresh, Unfiltered, "mean", "trimmed-mean", "median", "krum", "medoid"];
        string[] few = [Own, Fresh, "mean", "median"];
        string[] lies = ["gaussian(sigma=1)", "fall-of-empires(epsilon=2)", "alie(z=1.5)", "gradient-matching"];
        FigureRow[] rows =
        [
            .. from rule in few
               select Row($"no attack, iid, {rule}", "byzantine.count=0", "data.split=iid", $"aggregation={rule}"),
            .. from count in new[] { 0, 2, 4, 6 }
               from rule in rules
               select Row($"{count * 5} % sign-flip, {rule}", $"byzantine.count={count}", $"aggregation={rule}"),
            .. from alpha in new[] { "100", "10", "0.3", "0.1" }
               from rule in new[] { Own, Fresh, "median" }
               select Row($"20 % sign-flip, dirichlet(alpha={alpha}), {rule}",
                   $"data.split=dirichlet(alpha={alpha})", $"aggregation={rule}"),
            .. from attack in lies
               from rule in rules.Where(rule => rule != Unfiltered)
               select Row($"20 % {attack}, {rule}", $"byzantine.attack={attack}", $"aggregation={rule}"),
            .. from rule in few
               select Row($"20 % sign-flip, every learner from its own start, {rule}",
                   "training.start=own", $"aggregation={rule}"),
            .. from count in new[] { 5, 10, 15, 19 }
               from row in AnyNumber(count, [Own, Fresh], [.. lies.Prepend("sign-flip")])
               select row with { Group = $"{count} of 20 Byzantine" },
        ];
        return new Figure(
            "adaptive", "Adaptive aggregation (arXiv 2501.04610) on MNIST: no attack, sign-flip, severity of the split",
            "adaptive.yaml", ["rounds=60", "evaluate.images=2000"],
            [.. Columns, new("its rarest label", run => run.Last?.Rarest)], rows)
        {
            Verdicts = new AloneVerdicts(Figures.Mean, limit: .01).Lines,
        };
    }

    /// <summary>So many liars that everybody hears, and what the others reach alone.</summary>
    private static IEnumerable<FigureRow> AnyNumber(int byzantine, string[] rules, string[] attacks) =>
    [
        .. from attack in attacks
           from rule in rules
           select Row($"{byzantine} of 20 Byzantine, everybody knows everybody, {attack}, {rule}",
               $"byzantine.count={byzantine}", "exchange.peers=complete", $"byzantine.attack={attack}",
               $"aggregation={rule}") with
           {
               Family = attack == "gradient-matching" ? $"{rule} under {attack}" : rule,
           },
        Row($"the other {20 - byzantine}, each alone",
            $"byzantine.count={byzantine}", "exchange.peers=complete", "aggregation=clipped-gossip(radius=0)") with
        {
            IsBaseline = true,
        },
    ];

    /// <summary>Filtering by a threshold on losses, at several rates, beside the rules the paper names.</summary>
    public static Figure Threshold()
    {
        string[] rules = ["loss-threshold", "decentralized-krum", "ubar", "zeno"];

        // The paper's z has no solution at rate .5: Baruch's, which is .84 there, and RPEL's.
        const string Max = "max(of=all)";
        const string Baruch = "alie(z=auto, sign=-, of=all)";
        const string Rpel = "alie(z=1.5, sign=-, of=all)";
        (string Attack, int Byzantine)[] lies = [(Max, 5), (Baruch, 5), (Rpel, 5), (Max, 3), (Baruch, 3), (Max, 1), (Baruch, 1)];
        var regular = from lie in lies
                      from rule in rules
                      select new FigureRow($"{lie.Attack}, rate .{lie.Byzantine}, {rule}",
                          [$"byzantine.count={lie.Byzantine}", $"byzantine.attack={lie.Attack}", .. Rule(rule, lie.Byzantine)],
                          rule == "loss-threshold" && lie.Byzantine == 5 ? ["> .5 (CIFAR-10)"] : []);

        // The paper's graph, on which Krum has too few neighbours to choose from, and zeno on some drawings for two liars.
        var random = from attack in new[] { Max, Baruch, Rpel }
                     from rule in rules.Where(rule => rule != "decentralized-krum")
                     select new FigureRow($"erdos-renyi(p=0.4), {attack}, rate .5, {rule}",
                         [$"byzantine.attack={attack}", $"aggregation={rule}", "exchange.peers=erdos-renyi(p=0.4)"],
                         rule == "loss-threshold" ? ["> .5 (CIFAR-10)"] : []);
        return new Figure(
            "loss-threshold", "Loss-threshold filtering (Masuda and Shudo): 10 learners, on MNIST; --set data.set=cifar10",
            "loss-threshold.yaml", ["rounds=60", "training.batch=32", "evaluate.images=500", "evaluate.every=0"],
            Columns, [.. random, .. regular])
        {
            // Of seed 4's random graph one honest learner has Byzantine neighbours only, as in four of ten such graphs.
            Seeds = [4, 1, 2],
        };
    }

    /// <summary>
    /// A rule and how many liars it assumes among four neighbours: one, more Krum cannot; zeno can drop two.
    /// </summary>
    private static string[] Rule(string rule, int byzantine) =>
        [$"aggregation={rule}", $"exchange.assumedByzantine={(rule == "zeno" && byzantine > 1 ? 2 : 1)}"];

    private static FigureRow Row(string label, params string[] settings) => new(label, settings);

    private static double? Share(FinishedRun run, Func<RoundRecord, long> part, Func<RoundRecord, long> whole)
    {
        var all = run.Rounds.Sum(whole);
        return all == 0 ? null : (double)run.Rounds.Sum(part) / all;
    }
}
