using System.Collections.Immutable;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Protocol.Coordination;

/// <summary>Everything the coordinator remembers.</summary>
public sealed record CoordinatorState
{
    /// <summary>The running round, or the last one that ended.</summary>
    public Round Round { get; init; }

    /// <summary>Whether that round is running.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Of a free run: reports of this round and later ones, by round and learner.</summary>
    public ImmutableArray<Reported> Ahead { get; init; } = [];

    /// <summary>Of a free run: the last round each learner has reported.</summary>
    public ImmutableSortedDictionary<int, int> Furthest { get; init; } = ImmutableSortedDictionary<int, int>.Empty;

    /// <summary>Of a free run: who has reported since the last deadline.</summary>
    public ImmutableArray<int> Heard { get; init; } = [];

    /// <summary>Of a free run: whom nobody waits for, because they were not heard of between two deadlines.</summary>
    public ImmutableArray<int> Silent { get; init; } = [];

    /// <summary>Of a free run: how often timers were set anew.</summary>
    public int Spell { get; init; }

    /// <summary>What was reported in it.</summary>
    public ImmutableSortedDictionary<int, RoundFacts> Reports { get; init; } = ImmutableSortedDictionary<int, RoundFacts>.Empty;
}
