using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Transport;
using ActorLearning.Protocol;
using ActorLearning.Scenarios;
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

    /// <summary>The name of the sharding.</summary>
    private const string Learner = "learner";

    private NodeHost(ActorSystem system, IActorRef gateway) => (System, Gateway) = (system, gateway);

    /// <summary>The actor system.</summary>
    public ActorSystem System { get; }

    /// <summary>The door for those who are no members.</summary>
    public IActorRef Gateway { get; }

    /// <summary>Where the node listens.</summary>
    public Address Address => Akka.Cluster.Cluster.Get(System).SelfAddress;

    /// <summary>What has happened to models on this node.</summary>
    public TransportCounts Models => ModelTransport.Of(System).Counts;

    /// <summary>Ends when the node has: because it left, or because the rest of the cluster put it out.</summary>
    public Task Ended => System.WhenTerminated;

    /// <summary>Starts a node. It joins the seed nodes its settings name, or waits for <see cref="Join"/>.</summary>
    /// <exception cref="InputException">The settings cannot be read.</exception>
    public static NodeHost Start(NodeOptions options)
    {
        var config = NodeDefaults.Behind(options.Overrides(), options.Hocon);
        TransportSettings.Of(config); // Refuses numbers that make no sense before anything is started.
        var seeds = config.GetStringList("akka.cluster.seed-nodes");
        SeedAddresses.Check(seeds);
        var system = CreateSystem(config);
        try
        {
            SeedAddresses.Check(seeds, system);
        }
        catch
        {
            system.Terminate();
            throw;
        }

        var node = ClusterNode.Of(system);
        if (Akka.Cluster.Cluster.Get(system).SelfRoles.Contains(NodeRoles.Learner))
        {
            Host(system, node, options.Threads);
        }
        else
        {
            node.Learners = ClusterSharding.Get(system).StartProxy(Learner, NodeRoles.Learner, new LearnerExtractor());
        }

        node.Coordinator = system.ActorOf(
            ClusterSingletonProxy.Props("/user/coordinator", ClusterSingletonProxySettings.Create(system)), "coordinator-proxy");
        return new NodeHost(system, system.ActorOf(Props.Create(() => new GatewayActor()), GatewayActor.Name));
    }

    /// <summary>Joins the cluster a node belongs to; its own address makes it the first.</summary>
    public void Join(Address seed) => Akka.Cluster.Cluster.Get(System).Join(seed);

    /// <summary>Ends when the node is a member that is up.</summary>
    public Task UpAsync()
    {
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Akka.Cluster.Cluster.Get(System).RegisterOnMemberUp(() => up.TrySetResult());
        return up.Task;
    }

    /// <summary>Leaves the cluster and stops.</summary>
    public async ValueTask DisposeAsync() =>
        await CoordinatedShutdown.Get(System).Run(CoordinatedShutdown.ClrExitReason.Instance);

    /// <summary>An actor system that makes only known types from bytes.</summary>
    /// <exception cref="InputException">The settings make none, or its address cannot be taken.</exception>
    internal static ActorSystem CreateSystem(Config config)
    {
        try
        {
            return ActorSystem.Create(
                SystemName, ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config), ClosedTypeList()));
        }
        catch (Exception e)
        {
            // Akka throws many kinds here; what lies beneath says what is wrong.
            var cause = e;
            while (cause.InnerException is { } inner)
            {
                cause = inner;
            }

            throw cause is System.Net.Sockets.SocketException
                ? new InputException("node", $"the address cannot be taken: {cause.Message}; see --port, --hostname and --hocon")
                : new InputException("--hocon", $"these settings do not make a node: {cause.Message}");
        }
    }

    /// <summary>What a node with learners has beside a lighthouse.</summary>
    private static void Host(ActorSystem system, ClusterNode node, int threads)
    {
        DistributedData.Get(system); // Started on every such node, or a majority could never answer.
        system.ActorOf(Props.Create(() => new TransportWatch(node.Models)), "transport-watch");
        node.Workers = system.ActorOf(
            Props.Create(() => new ComputeActor()).WithDispatcher("actorlearning.compute")
                .WithRouter(new SmallestMailboxPool(threads)),
            "workers");
        node.Learners = ClusterSharding.Get(system).Start(
            Learner, entity => Props.Create(() => new LearnerActor(entity)), ClusterShardingSettings.Create(system),
            new LearnerExtractor(), new StillShards(() => node.IsAtRest), PoisonPill.Instance);
        system.ActorOf(
            ClusterSingletonManager.Props(
                Props.Create(() => new CoordinatorActor(new ClusterRunStore(system))), PoisonPill.Instance,
                ClusterSingletonManagerSettings.Create(system)),
            "coordinator");
    }

    /// <summary>The only types Hyperion may make from bytes.</summary>
    private static HyperionSerializerSetup ClosedTypeList()
    {
        var types = TypeFilterBuilder.Create()
            .Include<RoundFacts>().Include<RoundFacts[]>().Include<Quality>().Include<int[]>().Include<byte[]>().Include<Guid>()
            .Include<double?>().Include<Quality?>().Include<MemberStatus[]>();
        foreach (var message in typeof(IControlMessage).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IControlMessage))))
        {
            types = types.Include(message);
        }

        return HyperionSerializerSetup.Empty.WithTypeFilter(types.Build()).WithDisallowUnsafeType(true);
    }
}
