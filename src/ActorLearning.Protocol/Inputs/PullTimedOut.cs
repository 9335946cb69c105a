namespace ActorLearning.Protocol.Inputs;

/// <summary>No answer by the deadline, or the peer no longer has the model.</summary>
public sealed record PullTimedOut(LearnerId Peer, ExchangeKey Key) : Input;
