using System.Runtime.Serialization;
using ActorLearning.Cluster.Messages;
using ActorLearning.Numerics;
using Akka.Actor;

namespace ActorLearning.Cluster.Tests;

public sealed class ModelSerializerTests : IDisposable
{
    private readonly ActorSystem system = ActorSystem.Create("serializer-test");
    private readonly ModelSerializer serializer;

    public ModelSerializerTests() => serializer = new ModelSerializer((ExtendedActorSystem)system);

    [Fact]
    public void A_model_comes_back_to_the_bit()
    {
        float[] values = [1, -0f, float.NaN, float.PositiveInfinity, float.Epsilon, 3.14f];

        var back = (ModelAnswer)serializer.FromBinary(serializer.ToBinary(new ModelAnswer(3, 5, 1, values)), "m");

        Assert.Equal((3, 5, 1), (back.Peer, back.Round, back.Step));
        Assert.Equal(values.Select(BitConverter.SingleToInt32Bits), back.Values!.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void That_a_model_is_gone_comes_back_too()
    {
        var back = (ModelAnswer)serializer.FromBinary(serializer.ToBinary(new ModelAnswer(3, 5, 1, null)), "m");

        Assert.Null(back.Values);
    }

    [Fact]
    public void Damaged_bytes_are_refused_and_never_anything_else()
    {
        const ulong seed = 11;
        var random = new RandomStream(seed, new StreamPurpose("wire test"));
        var whole = serializer.ToBinary(new ModelAnswer(3, 5, 1, [1, 2, 3, 4, 5]));
        for (var i = 0; i < 100_000; i++)
        {
            var damaged = whole.AsSpan(0, random.NextBelow(4) == 0 ? random.NextBelow(whole.Length) : whole.Length).ToArray();
            for (var change = 0; change <= random.NextBelow(3) && damaged.Length > 0; change++)
            {
                damaged[random.NextBelow(damaged.Length)] ^= (byte)(1 + random.NextBelow(255));
            }

            if (!damaged.AsSpan().SequenceEqual(whole))
            {
                Assert.Throws<SerializationException>(() => serializer.FromBinary(damaged, "m"));
            }
        }
    }

    [Fact]
    public void A_length_that_the_bytes_do_not_have_allocates_nothing()
    {
        var lie = serializer.ToBinary(new ModelAnswer(3, 5, 1, [1]));
        BitConverter.TryWriteBytes(lie.AsSpan(16), int.MaxValue);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<SerializationException>(() => serializer.FromBinary(lie, "m"));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    public void Dispose() => system.Dispose();
}
