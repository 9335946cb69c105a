namespace ActorLearning.Protocol.Byzantine;

/// <summary>An honest model the adversary asked for.</summary>
/// <param name="Key">The exchange.</param>
/// <param name="Peer">Who was asked.</param>
/// <param name="IsPending">Whether the answer is still out.</param>
/// <param name="Model">The model, once it is there and usable.</param>
public readonly record struct Sighting(ExchangeKey Key, LearnerId Peer, bool IsPending, Model? Model);
