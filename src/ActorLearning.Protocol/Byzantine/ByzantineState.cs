using System.Collections.Immutable;

namespace ActorLearning.Protocol.Byzantine;

/// <summary>Everything a Byzantine learner remembers.</summary>
public sealed record ByzantineState
{
    /// <summary>Who it is.</summary>
    public required LearnerId Id { get; init; }

    /// <summary>The round it is in.</summary>
    public Round Round { get; init; }

    /// <summary>Honest models of this and the previous round.</summary>
    public ImmutableArray<Sighting> Sightings { get; init; } = [];

    /// <summary>Who pulled in this and the previous round; each is lied to once an exchange.</summary>
    public ImmutableArray<Victim> Victims { get; init; } = [];
}
