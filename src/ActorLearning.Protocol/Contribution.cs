namespace ActorLearning.Protocol;

/// <summary>One model that goes into an aggregation, and the peer whose slot it fills.</summary>
/// <param name="Peer">The peer that was pulled, or the learner itself.</param>
/// <param name="Model">What the peer answered; the own model where it did not and the slot is filled with it.</param>
/// <param name="Answered">Whether the peer answered.</param>
public readonly record struct Contribution(LearnerId Peer, Model Model, bool Answered);
