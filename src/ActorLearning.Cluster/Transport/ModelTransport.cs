using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Akka.Actor;

namespace ActorLearning.Cluster.Transport;

/// <summary>What the learners of one node share to get models from others.</summary>
internal sealed class ModelTransport : IExtension
{
    private readonly ExtendedActorSystem system;
    private readonly ConcurrentDictionary<Address, Lazy<IActorRef>> sources = new();

    private ModelTransport(ExtendedActorSystem system)
    {
        this.system = system;
        Settings = TransportSettings.Of(system.Settings.Config);
        Store = new ModelStore(Settings.StoreBytes, Counts);
    }

    /// <summary>The node's settings.</summary>
    public TransportSettings Settings { get; }

    /// <summary>Models that have come.</summary>
    public ModelStore Store { get; }

    /// <summary>What has happened so far.</summary>
    public TransportCounts Counts { get; } = new();

    /// <summary>The system's timers.</summary>
    public IScheduler Scheduler => system.Scheduler;

    public static ModelTransport Of(ActorSystem system) => system.WithExtension<ModelTransport, Provider>();

    /// <summary>64 random bits: nobody who was not told them can answer.</summary>
    public static ulong NewNonce()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    /// <summary>Who brings models from a node.</summary>
    public IActorRef From(Address node) => sources.GetOrAdd(node, _ => new Lazy<IActorRef>(() =>
        system.ActorOf(Props.Create(() => new FetchActor(this, node)), $"models-{Guid.NewGuid():N}"))).Value;

    /// <summary>A node has left for good.</summary>
    public void Close(Address node)
    {
        if (sources.TryRemove(node, out var source))
        {
            system.Stop(source.Value);
        }
    }

    private sealed class Provider : ExtensionIdProvider<ModelTransport>
    {
        public override ModelTransport CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
