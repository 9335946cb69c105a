namespace ActorLearning.Protocol.Effects;

/// <summary>Ask a peer for its model; without an answer by the deadline give back <see cref="Inputs.PullTimedOut"/>.</summary>
public sealed record Pull(LearnerId Peer, ExchangeKey Key, TimeSpan Deadline) : Effect;
