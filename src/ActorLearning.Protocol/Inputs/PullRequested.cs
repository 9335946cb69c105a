namespace ActorLearning.Protocol.Inputs;

/// <summary>A peer asks for the model of an exchange.</summary>
public sealed record PullRequested(LearnerId From, ExchangeKey Key) : Input;
