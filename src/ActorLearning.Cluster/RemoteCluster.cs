using ActorLearning.Cluster.Messages;
using ActorLearning.Scenarios;
using Akka.Actor;

namespace ActorLearning.Cluster;

/// <summary>A cluster that is there: whoever submits a run is no member of it and comes in through a node's gateway.</summary>
public sealed class RemoteCluster : ICluster
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private RemoteCluster(ActorSystem system, IActorRef gateway) => (System, Gateway) = (system, gateway);

    /// <summary>The actor system of whoever comes in.</summary>
    public ActorSystem System { get; }

    /// <summary>The door of a node.</summary>
    public IActorRef Gateway { get; }

    /// <summary>How it is called in a run's record.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Finds the door of the first node that answers.</summary>
    /// <exception cref="InputException">No node answers.</exception>
    public static async Task<RemoteCluster> ConnectAsync(IReadOnlyList<string> addresses, string hocon)
    {
        const string guest = "akka { actor.provider = remote, loglevel = ERROR, stdout-loglevel = OFF }";
        var system = NodeHost.CreateSystem(NodeDefaults.Behind(guest, hocon));
        try
        {
            SeedAddresses.Check(addresses, system);
            return await KnockAsync(addresses, system);
        }
        catch
        {
            await system.Terminate();
            throw;
        }
    }

    /// <summary>How the cluster is.</summary>
    public static async Task<ClusterStatus> StatusAsync(IReadOnlyList<string> addresses, string hocon)
    {
        await using var cluster = await ConnectAsync(addresses, hocon);
        return await cluster.StatusAsync();
    }

    /// <summary>How the cluster is, as the node behind the door sees it.</summary>
    /// <exception cref="InputException">That node no longer answers.</exception>
    public async Task<ClusterStatus> StatusAsync()
    {
        try
        {
            return await Gateway.Ask<ClusterStatus>(new StatusRequest(), Patience);
        }
        catch (AskTimeoutException)
        {
            throw new InputException(
                "--seed-node", $"the node at {Gateway.Path.Address} no longer answers; ask another");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await System.Terminate();

    private static async Task<RemoteCluster> KnockAsync(IReadOnlyList<string> addresses, ActorSystem system)
    {
        var doors = addresses.Select(address =>
            system.ActorSelection($"{address}/user/{GatewayActor.Name}").ResolveOne(Patience)).ToList();
        while (doors.Count > 0)
        {
            var first = await Task.WhenAny(doors);
            if (first.IsCompletedSuccessfully)
            {
                var door = await first;
                return new RemoteCluster(system, door) { Name = $"cluster at {door.Path.Address}" };
            }

            doors.Remove(first);
        }

        throw new InputException(
            "--seed-node", $"no node answers at {string.Join(", ", addresses)} within {Patience.TotalSeconds} s; start one with "
            + "actorlearning node, and see docs/cluster.md on hostnames, firewalls and TLS");
    }
}
