namespace ActorLearning.Cluster.Messages;

/// <summary>The SHA-256 of a learner's model.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Hash">32 bytes; none where it has no model.</param>
public sealed record ModelDigest(int Learner, byte[] Hash) : IControlMessage;
