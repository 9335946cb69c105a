using ActorLearning.Engine.Preparation;
using ActorLearning.Scenarios.Reading;
using Akka.Actor;

namespace ActorLearning.Cluster;

/// <summary>
/// What the learners of one node share: the data of the run, the worker threads, the ways to learners and coordinator.
/// </summary>
internal sealed class ClusterNode(ActorSystem system) : IExtension
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, Task<RunSetup>> setups = [];

    /// <summary>The shard region: the way to every learner.</summary>
    public IActorRef Learners { get; set; } = ActorRefs.Nobody;

    /// <summary>The way to the coordinator, wherever it lives.</summary>
    public IActorRef Coordinator { get; set; } = ActorRefs.Nobody;

    /// <summary>The worker threads.</summary>
    public IActorRef Workers { get; set; } = ActorRefs.Nobody;

    /// <summary>Models on their way between nodes.</summary>
    public Transport.ModelTransport Models { get; } = Transport.ModelTransport.Of(system);

    /// <summary>
    /// Whether learners may move: the coordinator lives here and knows that no run goes on. One that is still looking for the
    /// run of a coordinator that died does not know it. The one who places shards lives on the same node, the oldest.
    /// </summary>
    public bool IsAtRest { get; set; }

    /// <summary>Where this node listens.</summary>
    public string Address => ((ExtendedActorSystem)system).Provider.DefaultAddress.ToString();

    public static ClusterNode Of(ActorSystem system) => system.WithExtension<ClusterNode, Provider>();

    /// <summary>The data of a run, loaded once a node; only those of the newest run are kept.</summary>
    public Task<RunSetup> SetupOf(Guid run)
    {
        lock (gate)
        {
            if (!setups.TryGetValue(run, out var setup) || setup.IsFaulted)
            {
                setups[run] = setup = Task.Run(() => LoadAsync(run));
            }

            return setup;
        }
    }

    /// <summary>Gives the node a run's data without a cluster to find them in.</summary>
    public void Preload(Guid run, RunSetup setup)
    {
        lock (gate)
        {
            setups[run] = Task.FromResult(setup);
        }
    }

    /// <summary>Drops the data of a run that is over.</summary>
    public void Forget(Guid run)
    {
        lock (gate)
        {
            setups.Remove(run);
        }
    }

    private async Task<RunSetup> LoadAsync(Guid run)
    {
        var current = await CurrentRun.ReadAsync(system, run);
        lock (gate)
        {
            // A message of an earlier run must not cost the learners of this one their data.
            foreach (var other in setups.Keys.Where(other => (other == run) == (current is null)).ToList())
            {
                setups.Remove(other);
            }
        }

        if (current is null)
        {
            throw new InvalidOperationException($"run {run} is not the one at hand");
        }

        return RunSetup.Load(ScenarioFile.Parse("scenario", current.Scenario));
    }

    private sealed class Provider : ExtensionIdProvider<ClusterNode>
    {
        public override ClusterNode CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
