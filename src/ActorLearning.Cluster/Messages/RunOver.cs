namespace ActorLearning.Cluster.Messages;

/// <summary>The coordinator tells whoever submitted the run that it is over.</summary>
/// <param name="Run">The run.</param>
/// <param name="WaitsFor">Null where it ended well; else the learners it could not go on without.</param>
/// <param name="Round">The last round.</param>
public sealed record RunOver(Guid Run, int[]? WaitsFor, int Round) : IControlMessage;
