namespace ActorLearning.Protocol.Inputs;

/// <summary>A lie is made; null for silence.</summary>
public sealed record Forged(ExchangeKey Key, LearnerId Victim, Model? Model) : Input;
