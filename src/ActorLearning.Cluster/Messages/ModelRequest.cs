namespace ActorLearning.Cluster.Messages;

/// <summary>A learner asks another one for its model of an exchange.</summary>
/// <param name="Run">The run.</param>
/// <param name="From">Who asks.</param>
/// <param name="Round">The round.</param>
/// <param name="Step">The consensus step.</param>
public sealed record ModelRequest(Guid Run, int From, int Round, int Step) : IControlMessage;
