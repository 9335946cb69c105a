namespace ActorLearning.Cli.Reproduction;

/// <summary>RPEL as its paper has it against the code behind its figures, each difference toggled alone.</summary>
internal static class RpelAudit
{
    private const string Split = "data.split=dirichlet-as-coded(alpha=1)";
    private const string Rule = "aggregation=trimmed-mean";
    private const string Model = "model=C(20)-R-M-C(50)-R-M-L(500)-R-L(10)-S";
    private const string Clip = "training.clip=2";

    private static readonly string[] AsWritten =
        ["data.split=dirichlet(alpha=1)", "aggregation=nnm | trimmed-mean", "model=mnist-cnn", "training.clip=none"];

    /// <summary>The table.</summary>
    public static Figure Table() => new(
        "rpel-audit", "RPEL, paper against authors' code: 30 learners, 6 Byzantine with ALIE, 15 pulled, 200 rounds on MNIST",
        "rpel-as-coded-n30-alie.yaml", ["rounds=60", "evaluate.images=1000", "evaluate.learners=10"],
        [new FigureColumn("mean at half time", run => Half(run)), Figures.Mean, Figures.Worst],
        [
            Row("as in the paper"),
            Row("split as coded", Split),
            Row("no mixing step", Rule),
            Row("50 channels in the second convolution", Model),
            Row("split, rule and model as coded", Split, Rule, Model),
            Row("all that, and gradients clipped to 2, which neither mentions", Split, Rule, Model, Clip),
            .. from rule in new[] { "cs-plus", "clipped-gossip", "gts" }
               from weights in new[] { "metropolis", "as-coded" }
               select Row($"{rule} on a graph with 3 Byzantine learners, "
                       + (weights == "metropolis" ? "right weights" : "own weight on a Byzantine model"),
                   "byzantine.count=3", "exchange.assumedByzantine=3", $"aggregation={rule}",
                   $"exchange.peers=random-connected(225{(weights == "metropolis" ? "" : $", weights={weights}")})"),
        ]);

    private static FigureRow Row(string label, params string[] toggles) => new(label, [.. AsWritten, .. toggles]);

    private static double? Half(Reporting.Runs.FinishedRun run) =>
        run.Evaluated.LastOrDefault(round => 2 * round.Round <= run.RoundsWanted)?.Accuracy?.Mean;
}
