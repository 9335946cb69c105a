using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Rules;

namespace ActorLearning.Scenarios.Catalogue;

public static partial class Known
{
    /// <summary>Rules that look at the distances between all models.</summary>
    private static Entry<AggregationRule>[] DistanceRules() =>
    [
        new("krum", "the model nearest to its m-f-2 nearest others", "Blanchard et al. 2017",
            [new("neighbours", "how many others are looked at; m-f-1 as ByzFL has it", "m-f-2") { Choices = ["m-f-2", "m-f-1"] }],
            arguments => new KrumRule(arguments.Word("neighbours") == "m-f-2")),
        new("multi-krum", "mean of the q models of least Krum score", "Blanchard et al. 2017",
            [new("q", "models averaged; m-f where it is left out") { IsWhole = true, Least = 1, IsOptional = true }],
            arguments => new MultiKrumRule(arguments.Has("q") ? arguments.Whole("q") : null)),
        new("geometric-median", "the point with the least sum of distances to all models", "Pillutla et al. 2022",
            [
                new("tolerance", "ends when no weight moves by more", "1e-9") { Least = 0 },
                new("iterations", "ends after so many steps", "1000") { IsWhole = true, Least = 1 },
            ],
            arguments => new GeometricMedianRule(arguments.Number("tolerance"), arguments.Whole("iterations"))),
        new("medoid", "the model with the least sum of distances to all others", "", [], _ => new MedoidRule()),
        new("minimum-diameter-averaging", "mean of the m-f models whose largest distance is least; up to 200,000 choices",
            "El Mhamdi et al. 2018", [], _ => new MinimumDiameterAveragingRule()),
        new("smallest-maximum-eigenvalue-averaging",
            "mean of the m-f models whose covariance has the least top eigenvalue; up to 20,000 choices",
            "Allouah et al. 2023", [], _ => new SmallestMaximumEigenvalueAveragingRule()),
        new("covariance-filter", "models that stand out along the direction of largest variance lose weight",
            "Allouah et al. 2025",
            [
                new("tolerance", "the power iteration ends when no entry moves by more", "1e-9") { Least = 0 },
                new("iterations", "or after so many steps", "1000") { IsWhole = true, Least = 1 },
            ],
            arguments => new CovarianceFilterRule(arguments.Number("tolerance"), arguments.Whole("iterations"))),
        new("comparative-gradient-elimination", "mean of the m-f models of least norm", "Gupta and Vaidya 2020", [],
            _ => new ComparativeGradientEliminationRule()),
        new("centred-clipping", "from the previous aggregate, the mean of clipped steps to the models", "Karimireddy et al. 2021",
            [
                new("radius", "the longest step to a model") { Least = 0 },
                new("iterations", "steps an aggregation", "1") { IsWhole = true, Least = 1 },
                new("start", "where the very first aggregation starts", "zero") { Choices = ["zero", "own"] },
            ],
            arguments => new CentredClippingRule(
                arguments.Number("radius"), arguments.Whole("iterations"), arguments.Word("start") == "own")),
    ];
}
