namespace ActorLearning.Cluster;

/// <summary>Which cluster a run uses: nodes in this process, nodes of its own in other processes, or one that is there.</summary>
public sealed record ClusterOptions
{
    /// <summary>Nodes with learners: to start, or, with <see cref="SeedNodes"/>, to wait for.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>Worker threads of each node that is started.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Settings, in HOCON, that go before the defaults.</summary>
    public string Hocon { get; init; } = "";

    /// <summary>Looks at the nodes once the run is over, before they end.</summary>
    internal Action<IReadOnlyList<NodeHost>>? BeforeEnd { get; init; }

    /// <summary>
    /// Nodes of a cluster that is there, e.g. <c>akka.tcp://actorlearning@10.0.0.1:4053</c>; empty: one is started.
    /// </summary>
    public IReadOnlyList<string> SeedNodes { get; init; } = [];

    /// <summary>
    /// The command line that starts a node as a process, up to the word <c>node</c>; empty: nodes live in this process.
    /// </summary>
    public IReadOnlyList<string> NodeCommand { get; init; } = [];

    /// <summary>What is said to each of those processes beside, e.g. <c>--hocon FILE</c>.</summary>
    public IReadOnlyList<string> NodeArguments { get; init; } = [];
}
