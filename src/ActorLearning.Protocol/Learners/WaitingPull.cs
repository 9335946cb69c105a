namespace ActorLearning.Protocol.Learners;

/// <summary>A peer that asked for an exchange the learner has not reached.</summary>
public readonly record struct WaitingPull(LearnerId Peer, ExchangeKey Key);
