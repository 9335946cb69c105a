namespace ActorLearning.Cluster.Messages;

/// <summary>A small message between nodes, written by Hyperion; the types are a closed list.</summary>
public interface IControlMessage;
