namespace ActorLearning.Protocol.Effects;

/// <summary>The round's deadline has passed and nobody has reported: the run cannot go on.</summary>
public sealed record RunStuck(Round Round, IReadOnlyList<LearnerId> Missing) : Effect;
