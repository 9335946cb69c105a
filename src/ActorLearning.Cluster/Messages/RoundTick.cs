namespace ActorLearning.Cluster.Messages;

/// <summary>The coordinator's tick. It brings a learner to life.</summary>
/// <param name="Run">The run.</param>
/// <param name="Round">The round that starts.</param>
public sealed record RoundTick(Guid Run, int Round) : IControlMessage;
