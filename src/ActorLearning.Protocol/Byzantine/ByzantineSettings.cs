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

    /// <summary>The accomplices, itself among them.</summary>
    public required IReadOnlySet<LearnerId> Accomplices { get; init; }

    /// <summary>What the attack must know before it forges.</summary>
    public required Reconnaissance Reconnaissance { get; init; }

    /// <summary>Rounds from which the attack is another one, ascending, and what that must know.</summary>
    public IReadOnlyList<(Round From, Reconnaissance What)> Changes { get; init; } = [];

    /// <summary>Set where learners go on by themselves; null where every round waits for its tick.</summary>
    public FreeRun? FreeRun { get; init; }

    /// <summary>How long to wait for an honest model.</summary>
    public required TimeSpan PullDeadline { get; init; }

    /// <summary>What the attack must know in a round.</summary>
    public Reconnaissance ReconnaissanceAt(Round round)
    {
        var current = Reconnaissance;
        foreach (var (from, what) in Changes)
        {
            current = from <= round ? what : current;
        }

        return current;
    }
}
