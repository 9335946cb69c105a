namespace ActorLearning.Cluster.Messages;

/// <summary>To the coordinator: end the run after the round at hand.</summary>
/// <param name="Run">The run.</param>
public sealed record StopRun(Guid Run) : IControlMessage;
