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

    /// <summary>Stream for rules and mixing steps that draw.</summary>
    public RandomStream Random { get; init; }

    /// <summary>An input to be filled in.</summary>
    public AggregationInput()
    {
    }
}
