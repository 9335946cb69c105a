using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Transport;
using ActorLearning.Protocol;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Cluster.Sharding;
using Akka.Cluster.Tools.Singleton;
using Akka.Configuration;
using Akka.DistributedData;
using Akka.Routing;
using Akka.Serialization.Hyperion;
using Hyperion;

namespace ActorLearning.Cluster;

/// <summary>One node: an actor system with the shard region, the coordinator singleton and the worker threads.</summary>
public sealed class NodeHost : IAsyncDisposable
{
    /// <summary>The name of every node's actor system.</summary>
    public const string SystemName = "actorlearning";

    private NodeHost(ActorSystem system) => System = system;

    /// <summary>The actor system.</summary>
    public ActorSystem System { get; }

    /// <summary>Where the node listens.</summary>
    public Address Address => Akka.Cluster.Cluster.Get(System).SelfAddress;

    /// <summary>What has happened to models on this node.</summary>
    public TransportCounts Models => ModelTransport.Of(System).Counts;

    /// <summary>Starts a node. It joins the seed nodes its configuration names, or waits for <see cref="Join"/>.</summary>
    /// <param name="configuration">HOCON that goes before the defaults.</param>
    /// <param name="threads">Worker threads.</param>
    public static NodeHost Start(string configuration, int threads)
    {
        var config = ConfigurationFactory.ParseString(configuration)
            .WithFallback(ConfigurationFactory.ParseString(NodeDefaults.Hocon));
        TransportSettings.Of(config); // Refuses numbers that make no sense before anything is started.
        var setup = ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config), ClosedTypeList());
        var system = ActorSystem.Create(SystemName, setup);
        DistributedData.Get(system); // Started on every node, or a majority could never answer.
        var node = ClusterNode.Of(system);
        system.ActorOf(Props.Create(() => new TransportWatch(node.Models)), "transport-watch");
        node.Workers = system.ActorOf(
            Props.Create(() => new ComputeActor()).WithDispatcher("actorlearning.compute")
                .WithRouter(new SmallestMailboxPool(threads)),
            "workers");
        node.Learners = ClusterSharding.Get(system).Start(
            "learner", entity => Props.Create(() => new LearnerActor(entity)), ClusterShardingSettings.Create(system),
            new LearnerExtractor(), new StillShards(), PoisonPill.Instance);
        system.ActorOf(
            ClusterSingletonManager.Props(
                Props.Create(() => new CoordinatorActor()), PoisonPill.Instance, ClusterSingletonManagerSettings.Create(system)),
            "coordinator");
        node.Coordinator = system.ActorOf(
            ClusterSingletonProxy.Props("/user/coordinator", ClusterSingletonProxySettings.Create(system)), "coordinator-proxy");
        return new NodeHost(system);
    }

    /// <summary>Joins the cluster a node belongs to; its own address makes it the first.</summary>
    public void Join(Address seed) => Akka.Cluster.Cluster.Get(System).Join(seed);

    /// <summary>Leaves the cluster and stops.</summary>
    public async ValueTask DisposeAsync() =>
        await CoordinatedShutdown.Get(System).Run(CoordinatedShutdown.ClrExitReason.Instance);

    /// <summary>The only types Hyperion may make from bytes.</summary>
    private static HyperionSerializerSetup ClosedTypeList()
    {
        var types = TypeFilterBuilder.Create()
            .Include<RoundFacts>().Include<RoundFacts[]>().Include<Quality>().Include<int[]>().Include<byte[]>().Include<Guid>()
            .Include<double?>().Include<Quality?>();
        foreach (var message in typeof(IControlMessage).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IControlMessage))))
        {
            types = types.Include(message);
        }

        return HyperionSerializerSetup.Empty.WithTypeFilter(types.Build()).WithDisallowUnsafeType(true);
    }
}
