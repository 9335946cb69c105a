namespace ActorLearning.Cluster.Messages;

/// <summary>Asks a learner for the hash of its model.</summary>
/// <param name="Run">The run.</param>
public sealed record DigestRequest(Guid Run) : IControlMessage;
