namespace ActorLearning.Protocol.Learners;

/// <summary>How far a pull is.</summary>
public enum PullSlotState
{
    /// <summary>Asked, not answered.</summary>
    Pending,

    /// <summary>Answered with a usable model.</summary>
    Answered,

    /// <summary>Not answered in time, or with a broken model.</summary>
    Missing,

    /// <summary>Missing, and another peer was asked instead.</summary>
    Replaced,
}
