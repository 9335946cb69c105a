namespace ActorLearning.Protocol.Inputs;

/// <summary>An answer to a pull, or what claims to be one.</summary>
public sealed record ModelReceived(LearnerId From, ExchangeKey Key, Model Model) : Input;
