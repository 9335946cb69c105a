namespace ActorLearning.Cluster.Messages;

/// <summary>A message to a learner, wherever it lives.</summary>
/// <param name="Learner">The learner's number.</param>
/// <param name="Message">The message.</param>
public sealed record LearnerEnvelope(int Learner, IControlMessage Message) : IControlMessage;
