namespace ActorLearning.Cluster.Messages;

/// <summary>A learner tells the coordinator that it cannot go on, so that the run cannot either.</summary>
/// <param name="Run">The run.</param>
/// <param name="Learner">Who.</param>
/// <param name="Round">The newest round it heard of.</param>
/// <param name="Reason">Why.</param>
public sealed record LearnerFailed(Guid Run, int Learner, int Round, string Reason) : IControlMessage;
