using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

namespace ActorLearning.Cluster;

/// <summary>
/// Stands where Akka.NET has its JSON serializer for everything nothing else is bound to: it makes objects of whatever type the
/// bytes name. Nothing this cluster says goes that way, so nothing is written and nothing is read.
/// </summary>
public sealed class NoJsonSerializer : Serializer
{
    /// <summary>Made by Akka.NET, in the way of the serializer whose name it has taken.</summary>
    /// <param name="system">The actor system.</param>
    /// <param name="settings">That serializer's settings; not looked at.</param>
    public NoJsonSerializer(ExtendedActorSystem system, Config settings)
        : base(system) => ArgumentNullException.ThrowIfNull(settings);

    /// <summary>The number under which others would send JSON.</summary>
    public override int Identifier => 1;

    /// <inheritdoc/>
    public override bool IncludeManifest => false;

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj) => throw new SerializationException(
        $"{obj.GetType()} is bound to no serializer and does not leave this node");

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, Type type) => throw new SerializationException(
        "a message in JSON was not read: nodes do not speak it");
}
