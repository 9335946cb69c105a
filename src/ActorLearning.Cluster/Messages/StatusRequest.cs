namespace ActorLearning.Cluster.Messages;

/// <summary>Asks a node how the cluster is, or the coordinator how the run is.</summary>
public sealed record StatusRequest : IControlMessage;
