using System.Collections.Immutable;

namespace ActorLearning.Protocol.Coordination;

/// <summary>Everything the coordinator remembers.</summary>
public sealed record CoordinatorState
{
    /// <summary>The running round, or the last one that ended.</summary>
    public Round Round { get; init; }

    /// <summary>Whether that round is running.</summary>
    public bool IsRunning { get; init; }

    /// <summary>What was reported in it.</summary>
    public ImmutableSortedDictionary<int, RoundFacts> Reports { get; init; } = ImmutableSortedDictionary<int, RoundFacts>.Empty;
}
