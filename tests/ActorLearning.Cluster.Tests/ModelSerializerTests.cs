using ActorLearning.Cluster.Messages;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Tests.Wire;
using ActorLearning.Protocol.Wire;
using Akka.Actor;
using Akka.Serialization;
using Xunit.Abstractions;

namespace ActorLearning.Cluster.Tests;

public sealed class ModelSerializerTests(ITestOutputHelper output) : IDisposable
{
    private readonly ExtendedActorSystem system = (ExtendedActorSystem)ActorSystem.Create(
        "serializer-test", NodeDefaults.Hocon + "\nactorlearning.models.largest-model = 4MiB");

    [Fact]
    public void Every_message_about_models_goes_through_the_binary_serializer_and_comes_back()
    {
        object[] messages =
        [
            new ModelRequest(WireSpecimens.Request), new ModelAnswer(WireSpecimens.Offer), new ModelAnswer(WireSpecimens.Gone),
            new ChunkRequest(WireSpecimens.ChunkRequest),
        ];

        Assert.All(messages, message => Assert.Equal(message, ThereAndBack(message)));
    }

    [Fact]
    public void A_piece_comes_back_to_the_bit()
    {
        var model = new Model([1, -0f, float.NaN, float.PositiveInfinity, float.Epsilon, 3.14f], isFinite: false);

        var back = (ReceivedChunk)ThereAndBack(new ModelChunk(Nonce: 77, model, Offset: 1, Count: 4));
        var values = new float[6];
        back.Wire.CopyTo(values);

        Assert.Equal((77UL, 1, 6, 4), (back.Wire.Nonce, back.Wire.Offset, back.Wire.Total, back.Wire.Count));
        Assert.Equal(
            model.Values[1..5].Select(BitConverter.SingleToInt32Bits), values[1..5].Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void That_a_model_is_gone_comes_back_too()
    {
        var back = (ReceivedChunk)ThereAndBack(new ModelChunk(Nonce: 77, Model: null, Offset: 3, Count: 0));

        Assert.Equal((77UL, 0, 0), (back.Wire.Nonce, back.Wire.Total, back.Wire.Count));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Hostile_bytes_become_a_message_or_a_damaged_one_and_never_an_exception(ulong seed)
    {
        const int messages = 500_000;
        const long most = 500; // Bytes allocated a message: the array it comes in, the object it becomes.
        var serializer = system.Serialization.FindSerializerForType(typeof(ModelAnswer));
        var mutator = new WireMutator(seed, WireSpecimens.All());
        string[] manifests = ["", "m", "\0", "System.Diagnostics.Process, System"];
        var damaged = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < messages; i++)
        {
            var bytes = mutator.Next().ToArray();
            var result = system.Serialization.Deserialize(bytes, serializer.Identifier, manifests[mutator.Below(4)]);
            damaged += result is DamagedMessage ? 1 : 0;
            Assert.True(result is DamagedMessage or IModelMessage);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"seed {seed}: {messages:N0} messages, {damaged:N0} damaged, {allocated / messages} bytes a message");
        Assert.InRange(damaged, messages / 2, messages - messages / 100);
        Assert.InRange(allocated, 0, messages * most);
    }

    [Fact]
    public void Lengths_that_the_bytes_do_not_have_allocate_nothing()
    {
        var offer = WireSpecimens.Bytes(WireSpecimens.Offer with { Offer = new ModelOffer(int.MaxValue, WireSpecimens.Hash) });
        var piece = WireSpecimens.Chunk(0, int.MaxValue, [1]);
        var serializer = system.Serialization.FindSerializerForType(typeof(ModelAnswer));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var fromOffer = system.Serialization.Deserialize(offer, serializer.Identifier, string.Empty);
        var fromPiece = system.Serialization.Deserialize(piece, serializer.Identifier, string.Empty);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        Assert.Equal(WireRefusal.TooLarge, ((DamagedMessage)fromOffer).Why);
        Assert.Equal(WireRefusal.TooLarge, ((DamagedMessage)fromPiece).Why);
    }

    [Fact]
    public void Either_side_copies_the_values_of_a_piece_once()
    {
        const int count = 176_050;
        const long slack = 20_000;
        var model = new Model(new float[count], isFinite: true);
        var serializer = (SerializerWithStringManifest)system.Serialization.FindSerializerForType(typeof(ModelChunk));
        var offer = new ModelOffer(count, ContentHash.Of(model.Values));
        serializer.FromBinary(serializer.ToBinary(new ModelChunk(1, model, 0, count)), string.Empty);

        var start = GC.GetAllocatedBytesForCurrentThread();
        var bytes = serializer.ToBinary(new ModelChunk(1, model, 0, count));
        var sent = GC.GetAllocatedBytesForCurrentThread();
        var assembly = new ModelAssembly(offer, count);
        assembly.Ask();
        assembly.Add(((ReceivedChunk)serializer.FromBinary(bytes, string.Empty)).Wire);
        var whole = assembly.Finish();
        var received = GC.GetAllocatedBytesForCurrentThread();

        Assert.NotNull(whole);
        Assert.InRange(sent - start, count * sizeof(float), count * sizeof(float) + slack);
        Assert.InRange(received - sent, count * sizeof(float), count * sizeof(float) + slack);
    }

    public void Dispose() => system.Dispose();

    private object ThereAndBack(object message)
    {
        var serializer = (SerializerWithStringManifest)system.Serialization.FindSerializerFor(message);
        Assert.IsType<ModelSerializer>(serializer);
        var bytes = serializer.ToBinary(message);
        return system.Serialization.Deserialize(bytes, serializer.Identifier, serializer.Manifest(message));
    }
}
