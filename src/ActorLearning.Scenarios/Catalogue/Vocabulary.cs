using ActorLearning.Learning.Splits;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Scenarios.Catalogue;

/// <summary>The names a scenario may use: those of the catalogue and, in a program of one's own, some more.</summary>
public sealed class Vocabulary
{
    /// <summary>The catalogue alone.</summary>
    public static Vocabulary Standard { get; } = new();

    /// <summary>Aggregation rules.</summary>
    public Section<AggregationRule> Rules { get; init; } = Known.Rules;

    /// <summary>Mixing steps.</summary>
    public Section<IMixingStep> MixingSteps { get; init; } = Known.MixingSteps;

    /// <summary>Byzantine strategies.</summary>
    public Section<IAttack> Attacks { get; init; } = Known.Attacks;

    /// <summary>Models beside those of the catalogue.</summary>
    public IReadOnlyList<Entry<ModelChoice>> OwnModels { get; init; } = [];

    /// <summary>Data sets.</summary>
    public Section<DataSource> DataSets { get; init; } = Known.DataSets;

    /// <summary>Splits of the training examples.</summary>
    public Section<ISplit> Splits { get; init; } = Known.Splits;

    /// <summary>Ways to choose the peers of an exchange, graphs among them.</summary>
    public Section<PeerChoice> Peers { get; init; } = Known.Peers;
}
