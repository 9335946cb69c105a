namespace ActorLearning.Protocol.Learners;

/// <summary>One pull of the running exchange.</summary>
/// <param name="Peer">Who was asked.</param>
/// <param name="State">How far it is.</param>
/// <param name="Model">The answer, once there is a usable one.</param>
public readonly record struct PullSlot(LearnerId Peer, PullSlotState State, Model? Model);
