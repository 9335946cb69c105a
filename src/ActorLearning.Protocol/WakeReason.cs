namespace ActorLearning.Protocol;

/// <summary>Why a timer was set.</summary>
public enum WakeReason
{
    /// <summary>All but the tolerated number of learners have reported: how long to wait for the rest.</summary>
    Patience,

    /// <summary>The round is over whoever has reported.</summary>
    Deadline,
}
