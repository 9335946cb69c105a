using ActorLearning.Protocol.Wire;

namespace ActorLearning.Cluster.Messages;

/// <summary>A learner asks another one for its model of an exchange; it goes through the shard region.</summary>
/// <param name="Wire">Who asks whom for what.</param>
public sealed record ModelRequest(WireRequest Wire) : IModelMessage;
