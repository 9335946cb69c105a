using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Mixing;
using ActorLearning.Robustness.Rules;

namespace ActorLearning.Scenarios.Catalogue;

public static partial class Known
{
    /// <summary>Aggregation rules: the last step of a pipeline.</summary>
    public static Section<AggregationRule> Rules { get; } = new(
        "rule",
        new("mean", "mean of all models; not robust", "", [], _ => new MeanRule()),
        new("median", "median of each coordinate", "Yin et al. 2018", [], _ => new MedianRule()),
        new("trimmed-mean", "mean of each coordinate without its f lowest and f highest values", "Yin et al. 2018", [],
            _ => new TrimmedMeanRule()),
        new("krum", "the model nearest to its m-f-2 nearest others", "Blanchard et al. 2017",
            [new("neighbours", "how many others are looked at; m-f-1 as ByzFL has it", "m-f-2") { Choices = ["m-f-2", "m-f-1"] }],
            arguments => new KrumRule(arguments.Word("neighbours") == "m-f-2")));

    /// <summary>Mixing steps: in front of a rule.</summary>
    public static Section<IMixingStep> MixingSteps { get; } = new(
        "mixing step",
        new Entry<IMixingStep>("nnm", "each model becomes the mean of its m-f nearest, itself included", "Allouah et al. 2023",
            [],
            _ => new NearestNeighbourMixing()));
}
