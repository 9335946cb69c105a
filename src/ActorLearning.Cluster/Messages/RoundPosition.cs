namespace ActorLearning.Cluster.Messages;

/// <summary>The answer to a <see cref="RoundQuery"/>.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Round">The round it is in, or was in last; 0 where it takes no part in the run.</param>
public sealed record RoundPosition(int Learner, int Round) : IControlMessage;
