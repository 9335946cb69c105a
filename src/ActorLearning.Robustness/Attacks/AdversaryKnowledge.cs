namespace ActorLearning.Robustness.Attacks;

/// <summary>What an attack must know before it forges.</summary>
public enum AdversaryKnowledge
{
    /// <summary>Nothing: it lies blindly.</summary>
    Nothing,

    /// <summary>The honest models that the victim pulls in this exchange.</summary>
    VictimPulls,

    /// <summary>All honest models of this exchange.</summary>
    AllHonest,
}
