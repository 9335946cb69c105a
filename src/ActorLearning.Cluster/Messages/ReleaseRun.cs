namespace ActorLearning.Cluster.Messages;

/// <summary>Whoever submitted a run has all of it: the learners may go.</summary>
/// <param name="Run">The run.</param>
public sealed record ReleaseRun(Guid Run) : IControlMessage;
