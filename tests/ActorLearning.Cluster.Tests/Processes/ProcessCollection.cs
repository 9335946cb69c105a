namespace ActorLearning.Cluster.Tests.Processes;

/// <summary>Tests with several processes: one at a time, and nothing beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessCollection
{
    public const string Name = "processes";
}
