namespace ActorLearning.Cluster.Messages;

/// <summary>A message about models: our own binary format on the wire, never a general serializer.</summary>
public interface IModelMessage;
