namespace ActorLearning.Protocol.Learners;

/// <summary>A model that peers may pull.</summary>
public readonly record struct PublishedModel(ExchangeKey Key, Model Model);
