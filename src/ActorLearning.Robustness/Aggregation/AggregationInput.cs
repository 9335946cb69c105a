using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>What one learner aggregates in one exchange.</summary>
public readonly ref struct AggregationInput
{
    /// <summary>The models, all of one length; the learner's own comes first where <see cref="HasOwn"/> says so.</summary>
    public required ReadOnlySpan<float[]> Models { get; init; }

    /// <summary>How many of them may be Byzantine, b̂.</summary>
    public required int AssumedByzantine { get; init; }

    /// <summary>Whether the first model is the learner's own; false only for a learner that joins a running run.</summary>
    public bool HasOwn { get; init; } = true;

    /// <summary>Whether the models are known to be free of NaN and infinities; otherwise they are looked through.</summary>
    public bool KnownFinite { get; init; }

    /// <summary>The mixing weights of a fixed graph, a weight a model; empty off graphs: then each model has 1/m.</summary>
    public ReadOnlySpan<double> MixingWeights { get; init; }

    /// <summary>Weight of the assumed Byzantine neighbours b_w; NaN: the sum of the b̂ largest neighbour weights.</summary>
    public double ByzantineWeight { get; init; } = double.NaN;

    /// <summary>The learner's own data, for rules that look at losses.</summary>
    public ILossOracle? Losses { get; init; }

    /// <summary>
    /// The error of the own model on the learner's held-back data; NaN where this is not the end of an epoch, null where the
    /// learner holds nothing back.
    /// </summary>
    public double? HeldBackError { get; init; }

    /// <summary>The round t, from 1; 0 outside a run.</summary>
    public int Round { get; init; }

    /// <summary>Number of rounds T; 0 outside a run.</summary>
    public int Rounds { get; init; }

    /// <summary>What the rule remembers of this learner, written to; null: it starts afresh and remembers nothing.</summary>
    public RuleState? State { get; init; }

    /// <summary>Told what becomes of each model; null where nobody wants to know.</summary>
    public AggregationTrace? Trace { get; init; }

    /// <summary>Stream for rules and mixing steps that draw.</summary>
    public RandomStream Random { get; init; }

    /// <summary>An input to be filled in.</summary>
    public AggregationInput()
    {
    }
}
