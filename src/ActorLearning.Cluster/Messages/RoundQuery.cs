namespace ActorLearning.Cluster.Messages;

/// <summary>A coordinator that came to life in the middle of a run asks a learner how far it is.</summary>
/// <param name="Run">The run.</param>
public sealed record RoundQuery(Guid Run) : IControlMessage;
