using System.Collections.Concurrent;
using ActorLearning.Engine.Preparation;
using ActorLearning.Scenarios.Reading;
using Akka.Actor;
using Akka.DistributedData;

namespace ActorLearning.Cluster;

/// <summary>
/// What the learners of one node share: the data of the run, the worker threads, the ways to learners and coordinator.
/// </summary>
internal sealed class ClusterNode(ActorSystem system) : IExtension
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Guid, Lazy<Task<RunSetup>>> setups = new();

    /// <summary>The shard region: the way to every learner.</summary>
    public IActorRef Learners { get; set; } = ActorRefs.Nobody;

    /// <summary>The way to the coordinator, wherever it lives.</summary>
    public IActorRef Coordinator { get; set; } = ActorRefs.Nobody;

    /// <summary>The worker threads.</summary>
    public IActorRef Workers { get; set; } = ActorRefs.Nobody;

    /// <summary>Models on their way between nodes.</summary>
    public Transport.ModelTransport Models { get; } = Transport.ModelTransport.Of(system);

    public static ClusterNode Of(ActorSystem system) => system.WithExtension<ClusterNode, Provider>();

    /// <summary>The key under which a run's scenario lies in distributed data.</summary>
    public static LWWRegisterKey<string> KeyOf(Guid run) => new($"run-{run:N}");

    /// <summary>The data of a run, loaded once a node.</summary>
    public Task<RunSetup> SetupOf(Guid run) =>
        setups.GetOrAdd(run, id => new Lazy<Task<RunSetup>>(() => Task.Run(() => LoadAsync(id)))).Value;

    private async Task<RunSetup> LoadAsync(Guid run)
    {
        var answer = await DistributedData.Get(system).Replicator
            .Ask<IGetResponse>(Dsl.Get(KeyOf(run), new ReadMajority(Patience)), Patience);
        return answer.IsSuccessful
            ? RunSetup.Load(ScenarioFile.Parse("scenario", answer.Get(KeyOf(run)).Value))
            : throw new InvalidOperationException($"this node cannot find the scenario of run {run}: {answer}");
    }

    private sealed class Provider : ExtensionIdProvider<ClusterNode>
    {
        public override ClusterNode CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
