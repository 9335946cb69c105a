namespace ActorLearning.Protocol.Effects;

/// <summary>Tell every learner that a round starts.</summary>
public sealed record Tick(Round Round) : Effect;
