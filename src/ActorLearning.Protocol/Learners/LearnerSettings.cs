using ActorLearning.Protocol.Peers;

namespace ActorLearning.Protocol.Learners;

/// <summary>What a learner knows from the start.</summary>
public sealed record LearnerSettings
{
    /// <summary>The run's seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of learners n.</summary>
    public required int Learners { get; init; }

    /// <summary>Length of a model; others are broken.</summary>
    public required int Parameters { get; init; }

    /// <summary>Whom to pull from.</summary>
    public required IPeerSelection Peers { get; init; }

    /// <summary>How many of the pulled models may be Byzantine, b̂.</summary>
    public required int AssumedByzantine { get; init; }

    /// <summary>How long to wait for an answer.</summary>
    public required TimeSpan PullDeadline { get; init; }

    /// <summary>Exchanges a round.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>What becomes of missing answers.</summary>
    public MissingPolicy Missing { get; init; } = MissingPolicy.Own;

    /// <summary>Set where the learner goes on by itself; null where every round waits for its tick.</summary>
    public FreeRun? FreeRun { get; init; }

    /// <summary>How many fresh peers may be asked in place of missing ones, each exchange.</summary>
    public int Replacements { get; init; }
}
