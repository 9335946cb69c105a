namespace ActorLearning.Protocol.Learners;

/// <summary>What a learner is at.</summary>
public enum LearnerPhase
{
    /// <summary>Waiting for a tick.</summary>
    Idle,

    /// <summary>Its local steps are running.</summary>
    Training,

    /// <summary>Waiting for peers' models.</summary>
    Pulling,

    /// <summary>Its aggregation is running.</summary>
    Aggregating,
}
