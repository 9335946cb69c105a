using System.Collections.Immutable;
using ActorLearning.Protocol.Learners;

namespace ActorLearning.Protocol.Byzantine;

/// <summary>Everything a learner remembers to which the Byzantine role comes and goes.</summary>
public sealed record MobileByzantineState
{
    /// <summary>The learner it is to itself.</summary>
    public required LearnerState Learner { get; init; }

    /// <summary>The liar it is to others.</summary>
    public required ByzantineState Byzantine { get; init; }

    /// <summary>Pulls under way, by round, step and peer.</summary>
    public ImmutableArray<AskedModel> Asked { get; init; } = [];
}
