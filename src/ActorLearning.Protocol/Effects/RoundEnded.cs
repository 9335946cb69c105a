namespace ActorLearning.Protocol.Effects;

/// <summary>A round is over: what was reported, and who did not report in time.</summary>
public sealed record RoundEnded(Round Round, IReadOnlyDictionary<LearnerId, RoundFacts> Reports,
    IReadOnlyList<LearnerId> Missing) : Effect;
