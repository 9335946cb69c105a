namespace ActorLearning.Protocol.Effects;

/// <summary>The last round is over.</summary>
public sealed record RunEnded(Round Round) : Effect;
