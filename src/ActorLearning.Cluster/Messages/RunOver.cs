namespace ActorLearning.Cluster.Messages;

/// <summary>The coordinator tells whoever submitted the run that it is over.</summary>
/// <param name="Run">The run.</param>
/// <param name="Failure">Null where it ended well; else why it could not go on.</param>
/// <param name="Round">The last round.</param>
public sealed record RunOver(Guid Run, string? Failure, int Round) : IControlMessage;
