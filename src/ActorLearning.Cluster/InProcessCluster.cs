using Akka.Actor;
using Akka.Event;

namespace ActorLearning.Cluster;

/// <summary>Nodes in this process: the same machines, messages and serializers, over loopback.</summary>
internal sealed class InProcessCluster : ICluster
{
    // Nodes that end together have nobody to leave behind, and would complain of each other.
    private const string QuietEnd = """

        akka { loglevel = ERROR, stdout-loglevel = OFF, coordinated-shutdown.run-by-actor-system-terminate = off }
        """;

    // What Akka calls off, and has no public name for.
    private const LogLevel NoLogging = (LogLevel)int.MaxValue;

    private readonly IReadOnlyList<NodeHost> nodes;
    private readonly Action<IReadOnlyList<NodeHost>>? beforeEnd;

    private InProcessCluster(IReadOnlyList<NodeHost> nodes, Action<IReadOnlyList<NodeHost>>? beforeEnd) =>
        (this.nodes, this.beforeEnd) = (nodes, beforeEnd);

    /// <inheritdoc/>
    public ActorSystem System => nodes[0].System;

    /// <inheritdoc/>
    public IActorRef Gateway => nodes[0].Gateway;

    /// <inheritdoc/>
    public string Name => $"cluster, {nodes.Count} node(s)";

    /// <summary>Starts nodes and waits until they are one cluster.</summary>
    public static async Task<InProcessCluster> StartAsync(ClusterOptions options)
    {
        var start = new NodeOptions { Hocon = options.Hocon + QuietEnd, Threads = options.Threads, Port = 0 };
        var cluster = new InProcessCluster(
            [.. Enumerable.Range(0, options.Nodes).Select(_ => NodeHost.Start(start))], options.BeforeEnd);
        foreach (var node in cluster.nodes)
        {
            node.Join(cluster.nodes[0].Address);
        }

        try
        {
            await Formation.WaitAsync(cluster.Gateway, options.Nodes);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// The whole cluster ends: nobody is left to hand anything over to, and nobody's complaint of it is of interest.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        beforeEnd?.Invoke(nodes);
        foreach (var node in nodes)
        {
            node.System.EventStream.SetLogLevel(NoLogging);
        }

        await Task.WhenAll(nodes.Select(node => node.System.Terminate()));
    }
}
