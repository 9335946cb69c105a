using System.Collections.Immutable;

namespace ActorLearning.Protocol.Learners;

/// <summary>Everything a learner remembers.</summary>
public sealed record LearnerState
{
    /// <summary>Who it is.</summary>
    public required LearnerId Id { get; init; }

    /// <summary>Restarts so far: work of an earlier life is of no use.</summary>
    public int Life { get; init; }

    /// <summary>The round it is in, or was in last.</summary>
    public Round Round { get; init; }

    /// <summary>The consensus step of that round.</summary>
    public int Step { get; init; }

    /// <summary>What it is at.</summary>
    public LearnerPhase Phase { get; init; }

    /// <summary>Its newest own model; null after a restart until it has joined.</summary>
    public Model? Model { get; init; }

    /// <summary>A round that started while work for an earlier one was running.</summary>
    public Round? NextRound { get; init; }

    /// <summary>Replacements used up in the running exchange.</summary>
    public int ReplacementsUsed { get; init; }

    /// <summary>What there is to report of the round so far.</summary>
    public RoundFacts Facts { get; init; } = new();

    /// <summary>Answers that came after the report of the last round; the next report counts them.</summary>
    public int LateSinceReport { get; init; }

    /// <summary>Models of this and the previous round that peers may pull.</summary>
    public ImmutableArray<PublishedModel> Published { get; init; } = [];

    /// <summary>Peers waiting for a model not made yet, at most one pull each.</summary>
    public ImmutableArray<WaitingPull> Waiting { get; init; } = [];

    /// <summary>The pulls of the running exchange.</summary>
    public ImmutableArray<PullSlot> Slots { get; init; } = [];
}
