using ActorLearning.Protocol.Peers;

namespace ActorLearning.Protocol.Byzantine;

/// <summary>What a Byzantine learner knows from the start: everything an omniscient adversary knows.</summary>
public sealed record ByzantineSettings
{
    /// <summary>Number of learners n.</summary>
    public required int Learners { get; init; }

    /// <summary>Exchanges a round.</summary>
    public required int Steps { get; init; }

    /// <summary>Length of a model; other answers are of no use.</summary>
    public required int Parameters { get; init; }

    /// <summary>Whom each learner pulls from: a public function.</summary>
    public required IPeerSelection Peers { get; init; }

    /// <summary>Who is Byzantine when, and what it must know before it forges.</summary>
    public required IByzantineRoles Roles { get; init; }

    /// <summary>Set where learners go on by themselves; null where every round waits for its tick.</summary>
    public FreeRun? FreeRun { get; init; }

    /// <summary>How long to wait for an honest model.</summary>
    public required TimeSpan PullDeadline { get; init; }
}
