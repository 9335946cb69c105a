namespace ActorLearning.Cli.Reproduction;

/// <summary>The figures of RPEL (arXiv 2510.08311).</summary>
internal static class RpelFigures
{
    private const string AsCoded = "dirichlet-as-coded(alpha=1)";
    private const string AsWritten = "dirichlet(alpha=1)";
    private const string Paper = "nnm | trimmed-mean";
    private const string Code = "trimmed-mean";

    /// <summary>Figure 1, its curves and what it says of MNIST with 30 learners.</summary>
    public static Figure First() => new(
        "rpel-figure-1", "RPEL (arXiv 2510.08311) on MNIST: 100 and 30 learners, 15 pulled, 200 rounds",
        "rpel-mnist-n30-alie.yaml", ["rounds=60", "evaluate.images=1000", "evaluate.learners=10"],
        [Figures.Mean, Figures.Worst],
        [
            .. FirstRows("n=100 b=10", "rpel-mnist-n100-alie.yaml", .015, ".967", ".967", ".965"),
            .. FirstRows("n=30 b=6", "rpel-mnist-n30-alie.yaml", .03, ".943", ".943", ".928"),
        ])
    {
        Curve = new PublishedCurve(
            "published, n=100 b=10", [0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200],
            [".107", ".695", ".919", ".941", ".949", ".960", ".962", ".964", ".965", ".966", ".967"]),
    };

    private static IEnumerable<FigureRow> FirstRows(string label, string scenario, double limit, params string[] published)
    {
        string[] attacks = ["sign-flip", "fall-of-empires(epsilon=2)", "alie(z=1.5)"];
        (string Name, string Rule, string Clip, string Split, bool IsQuick)[] variants =
        [
            ("paper's rule", Paper, "none", AsCoded, true),
            ("authors' code's rule", Code, "none", AsCoded, false),
            ("authors' code's rule, gradients clipped to 2", Code, "2", AsCoded, true),
            ("paper's rule", Paper, "none", AsWritten, false),
        ];
        return from variant in variants
               from i in Enumerable.Range(0, attacks.Length)
               select new FigureRow($"{label} {attacks[i]}, {variant.Name}: {variant.Rule}, {variant.Split}",
                   [
                       $"byzantine.attack={attacks[i]}", $"aggregation={variant.Rule}", $"training.clip={variant.Clip}",
                       $"data.split={variant.Split}",
                   ], published[i])
               {
                   Scenario = scenario,
                   Limit = limit,
                   IsQuick = variant.IsQuick,
               };
    }

    /// <summary>Figures 4 and 5: pulls against fixed graphs of as many edges.</summary>
    public static Figure Graphs()
    {
        (string Setting, string Attack, int Byzantine, int Peers, string[] Published)[] settings =
        [
            ("ALIE, b=3, s=15", "alie(z=1.5)", 3, 15, [".909|.717", ".196|.098", ".970|.941", ".963|.942"]),
            ("ALIE, b=6, s=15", "alie(z=1.5)", 6, 15, [".322|", "<.1|", ".960|", ".871|"]),
            ("ALIE, b=1, s=3", "alie(z=1.5)", 1, 3, [".576|.412", ".579|.322", ".866|.442", ".976|.969"]),
            ("Dissensus, b=1, s=4", "dissensus(epsilon=1)", 1, 4, [".522|", ".483|", ".527|", ".977|"]),
        ];
        string[] rules = ["cs-plus", "clipped-gossip", "gts", Paper];
        var rows = from split in new[] { AsCoded, AsWritten }
                   from setting in settings
                   from i in Enumerable.Range(0, rules.Length)
                   let isPull = i == rules.Length - 1
                   let edges = 30 * setting.Peers / 2
                   select new FigureRow($"{setting.Setting}, {rules[i]}, {split}",
                       [
                           $"byzantine.count={setting.Byzantine}", $"byzantine.attack={setting.Attack}",
                           $"exchange.peers={(isPull ? $"pull({setting.Peers})" : $"random-connected({edges})")}",
                           $"exchange.assumedByzantine={Math.Min(setting.Byzantine, (setting.Peers - 1) / 2)}",
                           $"aggregation={rules[i]}", "training.clip=none", $"data.split={split}",
                       ], setting.Published[i].Split('|'))
                   {
                       Group = $"{setting.Setting}, {split}",
                       IsQuick = split == AsCoded,
                   };
        FigureColumn[] columns = [Figures.Mean, Figures.Worst];
        return new Figure(
            "rpel-figure-4", "RPEL against fixed graphs of the same budget, 30 learners on MNIST, right baselines",
            "rpel-graph-n30-alie.yaml", ["rounds=60", "evaluate.images=1000", "evaluate.every=0"], columns, [.. rows])
        {
            Verdicts = new FixedGraphVerdicts(columns, rounds: 200).Lines,
        };
    }
}
