using System.Runtime.Serialization;
using ActorLearning.Cluster.Messages;
using Akka.Actor;
using Akka.Configuration;

namespace ActorLearning.Cluster.Tests;

/// <summary>What a node makes of the bytes of control messages: those it knows, and nothing else.</summary>
public sealed class ClosedListTests : IDisposable
{
    private readonly ActorSystem system =
        NodeHost.CreateSystem(NodeDefaults.Behind("akka.actor.provider = local", "akka.loglevel = OFF"));

    public void Dispose() => system.Dispose();

    [Fact]
    public void A_control_message_comes_back()
    {
        var tick = new RoundTick(Guid.NewGuid(), 7);
        var serializer = system.Serialization.FindSerializerFor(tick);

        Assert.Equal(tick, serializer.FromBinary(serializer.ToBinary(tick), typeof(object)));
    }

    [Fact]
    public void A_type_that_is_not_on_the_list_is_never_made()
    {
        using var bytes = new MemoryStream();
        new Hyperion.Serializer().Serialize(new Stranger("something else"), bytes);
        var serializer = system.Serialization.FindSerializerForType(typeof(RoundTick));

        Assert.ThrowsAny<Exception>(() => serializer.FromBinary(bytes.ToArray(), typeof(object)));

        bytes.Position = 0; // Without the list it would have been.
        Assert.Equal("something else", new Hyperion.Serializer().Deserialize<Stranger>(bytes).Name);
    }

    [Fact]
    public void JSON_is_neither_written_nor_read()
    {
        using var open = ActorSystem.Create("open");
        var json = open.Serialization.FindSerializerFor(new Stranger("something else"));
        var bytes = json.ToBinary(new Stranger("something else"));
        Assert.IsType<Stranger>(open.Serialization.Deserialize(bytes, json.Identifier, ""));

        Assert.Throws<SerializationException>(() => system.Serialization.Deserialize(bytes, json.Identifier, ""));
        Assert.Throws<SerializationException>(
            () => system.Serialization.FindSerializerFor(new Stranger("")).ToBinary(new Stranger("")));
    }

    private sealed record Stranger(string Name);
}
