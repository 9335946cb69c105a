namespace ActorLearning.Protocol.Byzantine;

/// <summary>Which honest models a Byzantine learner pulls before it forges.</summary>
public enum Reconnaissance
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those the victim pulls in the exchange; the victim's own where it pulls no honest one.</summary>
    VictimPulls,

    /// <summary>Every honest learner's.</summary>
    AllHonest,
}
