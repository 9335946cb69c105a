namespace ActorLearning.Cluster;

/// <summary>How a run uses the cluster.</summary>
public sealed record ClusterOptions
{
    /// <summary>Nodes to start in this process.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>Worker threads of each node.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Settings, in HOCON, that go before the defaults.</summary>
    public string Hocon { get; init; } = "";

    /// <summary>Looks at the nodes once the run is over, before they end.</summary>
    internal Action<IReadOnlyList<NodeHost>>? BeforeEnd { get; init; }
}
