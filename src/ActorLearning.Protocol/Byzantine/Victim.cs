using System.Collections.Immutable;

namespace ActorLearning.Protocol.Byzantine;

/// <summary>A learner that pulled from the adversary.</summary>
/// <param name="Id">Who.</param>
/// <param name="Key">The exchange.</param>
/// <param name="Sources">Whose models are needed before the lie is made, ascending.</param>
/// <param name="Missing">How many of them are still out; 0 once the lie is under way.</param>
public readonly record struct Victim(LearnerId Id, ExchangeKey Key, ImmutableArray<LearnerId> Sources, int Missing);
