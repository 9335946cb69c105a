using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Rules;

namespace ActorLearning.Scenarios.Catalogue;

public static partial class Known
{
    /// <summary>Rules that start from the own model and its distances.</summary>
    private static Entry<AggregationRule>[] OwnModelRules() =>
    [
        new("nearest-neighbour-averaging", "mean of the m-f models nearest the own one", "Farhadkhani et al. 2023", [],
            _ => new NearestNeighbourAveragingRule()),
        new("decentralized-krum", "mean of the own model and the Krum winner among the others", "Masuda and Shudo", [],
            _ => new DecentralizedKrumRule()),
        new("balance", "mixes in models nearer than gamma*exp(-kappa*t/T) times the own norm", "Fang et al. 2024",
            [
                new("gamma", "the share of the own norm at the start; set here: a linear model wants 1", "0.3")
                {
                    Least = 0, IsLeastExcluded = true,
                },
                new("kappa", "how fast it shrinks; set here", "1") { Least = 0 },
                Blend with { Meaning = $"{Blend.Meaning}; set here" },
            ],
            arguments => new BalanceRule(arguments.Number("gamma"), arguments.Number("kappa"), arguments.Number("alpha"))),
    ];

    private static Option Measured =>
        new("data", "on which own examples: the round's batch, a fresh one, or those that training.holdBack sets aside", "batch")
        {
            Choices = ["batch", "fresh", "held-back"],
        };

    private static LossData DataOf(Arguments arguments) => arguments.Word("data") switch
    {
        "fresh" => LossData.Fresh,
        "held-back" => LossData.HeldBack,
        _ => LossData.Batch,
    };

    /// <summary>Rules that measure the losses of the models on the own data.</summary>
    private static Entry<AggregationRule>[] LossRules() =>
    [
        new("ubar", "of the nearest neighbours those that do no worse than the own model on its data", "Guo et al. 2022",
            [
                new("share", "share of the neighbours looked at, no more than are honest; set here", "0.5")
                {
                    Least = 0, IsLeastExcluded = true, Most = 1,
                },
                Blend,
                Measured,
            ],
            arguments => new UbarRule(arguments.Number("share"), arguments.Number("alpha"), DataOf(arguments))),
        new("zeno", "mean without the f neighbours of highest loss on the own data", "Xie et al. 2019", [Measured],
            arguments => new ZenoRule(DataOf(arguments))),
        new("inverse-loss", "weights in inverse proportion to the loss on the own data", "arXiv 2501.04610",
            [new("filter", "own: only models that do no worse than the own one", "own") { Choices = ["own", "none"] }, Measured],
            arguments => new InverseLossRule(arguments.Word("filter") == "none", DataOf(arguments))),
        new("loss-threshold", "mixes in models that beat the own one by a threshold, which falls when it overfits",
            "Masuda and Shudo",
            [
                new("theta", "the threshold at the start", "0.1"),
                new("step", "how far it falls each time", "0.1") { Least = 0 },
                new("lowest", "but not below this", "-0.1"),
                new("patience",
                    "epochs without a better error on held-back data that count as overfitting; where training.holdBack is 0, "
                    + "rounds without a better loss on the batch",
                    "5")
                {
                    IsWhole = true, Least = 1,
                },
                Blend,
                Measured,
            ],
            arguments => new LossThresholdRule(
                arguments.Number("theta"), arguments.Number("step"), arguments.Number("lowest"), arguments.Whole("patience"),
                arguments.Number("alpha"), DataOf(arguments))),
    ];

    /// <summary>Rules of the gossip family, with the mixing weights of a graph.</summary>
    private static Entry<AggregationRule>[] GossipRules()
    {
        var radius = new Option("radius", "a constant radius instead of the adaptive one") { Least = 0, IsOptional = true };
        return
        [
            new("gossip", "the own model moves to its neighbours by the mixing weights; not robust", "Lian et al. 2017", [],
                _ => new GossipRule()),
            new("clipped-gossip", "gossip with differences clipped to an adaptive radius", "He et al. 2022", [radius],
                arguments => new ClippedGossipRule(arguments.Has("radius") ? arguments.Number("radius") : null)),
            new("cs-plus", "gossip clipped to the distance at which the neighbours' weight falls short by 2 b_w",
                "Gaucher et al. 2025", [], _ => new ClippedSumRule()),
            new("gts", "gossip without the farthest neighbours of weight b_w", "Gaucher et al. 2025", [],
                _ => new GossipTrimmedSumRule()),
            new("remove-then-clip", "the farthest neighbours of weight up to b_w go, the rest as clipped gossip",
                "Yang and Ghaderi 2024",
                [radius, new("clip", "whether the rest is clipped", "yes") { Choices = ["yes", "no"] }],
                arguments => new RemoveThenClipRule(
                    arguments.Has("radius") ? arguments.Number("radius") : null, arguments.Word("clip") == "yes")),
            new("ios", "f times the model farthest from the weighted mean of the rest goes", "Wu et al. 2023", [],
                _ => new IterativeOutlierScissorRule()),
        ];
    }
}
