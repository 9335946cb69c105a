namespace ActorLearning.Protocol.Effects;

/// <summary>Answer a peer's pull; null says that the model is gone, which the peer takes as a timeout.</summary>
public sealed record Reply(LearnerId To, ExchangeKey Key, Model? Model) : Effect;
