using ActorLearning.Protocol.Learners;

namespace ActorLearning.Scenarios;

/// <summary>How models are exchanged.</summary>
/// <param name="Peers">Who exchanges models with whom.</param>
/// <param name="Steps">Exchanges a round.</param>
/// <param name="Deadline">How long to wait for an answer.</param>
/// <param name="Missing">What becomes of missing answers.</param>
/// <param name="Replacements">How many fresh peers may be asked instead of missing ones.</param>
/// <param name="AssumedByzantine">How many pulled models may be Byzantine, b̂.</param>
/// <param name="Ticks">Who starts a round.</param>
/// <param name="Patience">How long the coordinator waits for the last few learners.</param>
/// <param name="RoundDeadline">How long a round may take.</param>
public sealed record ExchangeSettings(
    PeerNetwork Peers,
    int Steps,
    TimeSpan Deadline,
    MissingPolicy Missing,
    int Replacements,
    int AssumedByzantine,
    RoundTicks Ticks,
    TimeSpan Patience,
    TimeSpan RoundDeadline)
{
    /// <summary>η_b of P2PL with Affinity: how far the outcome of an exchange is taken back to the model before it.</summary>
    public double Affinity { get; init; }
}
