namespace ActorLearning.Protocol.Learners;

/// <summary>What becomes of the slot of a peer that did not answer.</summary>
public enum MissingPolicy
{
    /// <summary>It takes the own half-step model; the numbers of models and of assumed Byzantine peers stay.</summary>
    Own,

    /// <summary>It stays empty and the peer counts as one of the assumed Byzantine ones: both numbers fall by one.</summary>
    Fault,

    /// <summary>The learner keeps its half-step model in this exchange.</summary>
    Skip,
}
