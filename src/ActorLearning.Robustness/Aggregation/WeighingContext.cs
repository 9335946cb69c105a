using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>All a rule knows when it weighs the models of one exchange.</summary>
public readonly ref struct WeighingContext
{
    /// <summary>Distances between the models; norms and the state's vector where the rule asked for them.</summary>
    public required Geometry Geometry { get; init; }

    /// <summary>How many models may be Byzantine, f.</summary>
    public required int Byzantine { get; init; }

    /// <summary>Whether the first model is the learner's own. Always true for a rule that needs it.</summary>
    public required bool HasOwn { get; init; }

    /// <summary>Number of models m.</summary>
    public int Count => Geometry.Count;

    /// <summary>The mixing weights W, own first; equal ones off a graph. Empty unless the rule asked for them.</summary>
    public ReadOnlySpan<double> MixingWeights { get; init; }

    /// <summary>Weight of the assumed Byzantine neighbours, b_w.</summary>
    public double ByzantineWeight { get; init; }

    /// <summary>The loss of each model, at least 1e-12; infinite where it is not a number. Empty unless asked for.</summary>
    public ReadOnlySpan<double> Losses { get; init; }

    /// <summary>The own error on held-back data; NaN where it was not measured now, null where there is no such data.</summary>
    public double? HeldBackError { get; init; }

    /// <summary>The round t, from 1; 0 outside a run.</summary>
    public int Round { get; init; }

    /// <summary>Number of rounds T; 0 outside a run.</summary>
    public int Rounds { get; init; }

    /// <summary>What the rule remembers of this learner; null if nobody keeps it.</summary>
    public RuleState? State { get; init; }

    /// <summary>A stream for this exchange. Copy it to draw.</summary>
    public RandomStream Random { get; init; }

    /// <summary>Memory to work in.</summary>
    public required WeighingMemory Memory { get; init; }
}
