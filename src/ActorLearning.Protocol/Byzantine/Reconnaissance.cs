namespace ActorLearning.Protocol.Byzantine;

/// <summary>Which honest models a Byzantine learner pulls before it forges.</summary>
public sealed record Reconnaissance
{
    /// <summary>None.</summary>
    public static readonly Reconnaissance None = new();

    /// <summary>Those the victim pulls in the exchange; the victim's own where it pulls no honest one.</summary>
    public static readonly Reconnaissance VictimPulls = new() { SeesPulls = true };

    /// <summary>Every honest learner's.</summary>
    public static readonly Reconnaissance AllHonest = new() { SeesAll = true };

    /// <summary>Whether it sees what the victim pulls.</summary>
    public bool SeesPulls { get; init; }

    /// <summary>Whether it sees every honest model.</summary>
    public bool SeesAll { get; init; }

    /// <summary>Whether it sees the victim's own model.</summary>
    public bool SeesVictim { get; init; }

    /// <summary>One honest learner whose model it sees, whoever the victim is.</summary>
    public LearnerId? Target { get; init; }
}
