namespace ActorLearning.Cluster.Messages;

/// <summary>The cluster does not take a run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Reason">Why.</param>
public sealed record RunRefused(Guid Run, string Reason) : IControlMessage;
