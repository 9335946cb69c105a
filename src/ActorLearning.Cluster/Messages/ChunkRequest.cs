using ActorLearning.Protocol.Wire;

namespace ActorLearning.Cluster.Messages;

/// <summary>A node asks the learner that offered a model for a piece of it.</summary>
/// <param name="Wire">Which piece of which model.</param>
public sealed record ChunkRequest(WireChunkRequest Wire) : IModelMessage;
