using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Mixing;
using ActorLearning.Robustness.Rules;

namespace ActorLearning.Scenarios.Catalogue;

public static partial class Known
{
    private static readonly Option Blend =
        new("alpha", "share of the own model in the result", "0.5") { Least = 0, Most = 1 };

    /// <summary>Aggregation rules: the last step of a pipeline.</summary>
    public static Section<AggregationRule> Rules { get; } =
        new("rule", [.. CoordinateRules(), .. DistanceRules(), .. OwnModelRules(), .. LossRules(), .. GossipRules()]);

    /// <summary>Mixing steps: in front of a rule.</summary>
    public static Section<IMixingStep> MixingSteps { get; } = new(
        "mixing step",
        new("nnm", "each model becomes the mean of its m-f nearest, itself included", "Allouah et al. 2023", [],
            _ => new NearestNeighbourMixing()),
        new("bucketing", "random groups of s models, each becomes its mean", "Karimireddy et al. 2022",
            [new("s", "models a group", "2") { IsWhole = true, Least = 1 }],
            arguments => new BucketingMixing(arguments.Whole("s"))),
        new("clipping", "models longer than the radius are cut to it", "",
            [new("radius", "the greatest norm") { Least = 0 }],
            arguments => new ClippingMixing(arguments.Number("radius"))),
        new("arc", "the floor(2f/m*(m-f)) models of largest norm are cut to the next norm", "Allouah et al. 2025", [],
            _ => new AdaptiveClippingMixing()));

    private static Entry<AggregationRule>[] CoordinateRules() =>
    [
        new("mean", "mean of all models; not robust", "", [], _ => new MeanRule()),
        new("median", "median of each coordinate", "Yin et al. 2018", [], _ => new MedianRule()),
        new("trimmed-mean", "mean of each coordinate without its f lowest and f highest values", "Yin et al. 2018", [],
            _ => new TrimmedMeanRule()),
        new("mean-around-median", "mean of each coordinate's m-f values nearest its median", "Xie et al. 2018", [],
            _ => new MeanAroundMedianRule()),
    ];
}
