using Akka.Actor;

namespace ActorLearning.Cluster;

/// <summary>A cluster of processes of our own on this machine.</summary>
internal sealed class LocalCluster : ICluster
{
    private readonly LocalNodes nodes;
    private readonly RemoteCluster door;

    private LocalCluster(LocalNodes nodes, RemoteCluster door) => (this.nodes, this.door) = (nodes, door);

    /// <inheritdoc/>
    public ActorSystem System => door.System;

    /// <inheritdoc/>
    public IActorRef Gateway => door.Gateway;

    /// <inheritdoc/>
    public string Name => $"cluster, {nodes.ProcessIds.Count - 1} local node(s)";

    /// <summary>Starts the processes and finds their door.</summary>
    public static async Task<LocalCluster> StartAsync(ClusterOptions options)
    {
        var nodes = await LocalNodes.StartAsync(options.NodeCommand, options.Nodes, options.Threads, options.NodeArguments);
        try
        {
            return new LocalCluster(nodes, await RemoteCluster.ConnectAsync([nodes.Lighthouse], options.Hocon));
        }
        catch
        {
            await nodes.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await door.DisposeAsync();
        await nodes.DisposeAsync();
    }
}
