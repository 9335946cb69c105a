namespace ActorLearning.Protocol.Effects;

/// <summary>Tell the coordinator that the round is done.</summary>
public sealed record Report(Round Round, RoundFacts Facts) : Effect;
