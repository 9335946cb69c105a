using ActorLearning.Protocol.Tests.Wire;
using Akka.Actor;
using Akka.Serialization;

namespace ActorLearning.Cluster.Tests.Transport;

/// <summary>Poses as the serializer of models and writes hostile bytes.</summary>
public sealed class HostileSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    /// <summary>The seed of the mutations.</summary>
    public const ulong Seed = 21;

    private static readonly string[] Manifests = ["", "m", "\0", "System.Diagnostics.Process, System"];
    private readonly WireMutator mutator = new(Seed, WireSpecimens.All());

    /// <inheritdoc/>
    public override int Identifier => 4711;

    /// <inheritdoc/>
    public override string Manifest(object o) => Manifests[((Hostile)o).Number % Manifests.Length];

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj)
    {
        lock (mutator)
        {
            return mutator.Next().ToArray();
        }
    }

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, string manifest) => new Hostile(0);

    /// <summary>A message that nobody has a good word for.</summary>
    public sealed record Hostile(int Number);
}
