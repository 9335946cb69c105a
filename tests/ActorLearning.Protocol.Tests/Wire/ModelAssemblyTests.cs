using ActorLearning.Numerics;
using ActorLearning.Protocol.Wire;

namespace ActorLearning.Protocol.Tests.Wire;

public sealed class ModelAssemblyTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(1000, 64)]
    [InlineData(64, 64)]
    public void Pieces_in_any_order_and_of_any_length_make_the_model_to_the_bit(int length, int longest)
    {
        for (var round = 0; round < 50; round++)
        {
            var random = new RandomStream(seed: 5, new StreamPurpose("assembly test"), round: round);
            var model = Random(length, ref random);
            var assembly = new ModelAssembly(OfferOf(model), longest);
            var asked = new List<(int Offset, int Count)>();
            while (!assembly.IsComplete)
            {
                while (asked.Count < 4 && assembly.Ask() is { } piece)
                {
                    asked.Add(piece);
                }

                var at = random.NextBelow(asked.Count);
                var (offset, count) = asked[at];
                asked.RemoveAt(at);
                var sent = random.NextBelow(3) == 0 ? 1 + random.NextBelow(count) : count;

                Assert.Equal(WireRefusal.None, Add(assembly, offset, length, model.AsSpan(offset, sent)));
            }

            var whole = assembly.Finish();

            Assert.NotNull(whole);
            Assert.True(whole.IsFinite);
            Assert.Equal(model, whole.Values);
            Assert.Null(assembly.Ask());
            Assert.Equal(0, assembly.Outstanding);
        }
    }

    [Fact]
    public void A_piece_nobody_asked_for_changes_nothing()
    {
        float[] model = [1, 2, 3, 4];
        var assembly = new ModelAssembly(OfferOf(model), longestChunk: 2);
        assembly.Ask();

        Assert.Equal(WireRefusal.Unasked, Add(assembly, 2, 4, [9, 9])); // Not yet asked for.
        Assert.Equal(WireRefusal.Unasked, Add(assembly, 0, 4, [9, 9, 9])); // Longer than asked for.
        Assert.Equal(WireRefusal.Unasked, Add(assembly, 0, 5, [9, 9])); // Of a model of another length.
        Assert.Equal(WireRefusal.Unasked, Add(assembly, 1, 4, [9])); // From the middle.
        Assert.Equal(WireRefusal.None, Add(assembly, 0, 4, [1, 2]));
        Assert.Equal(WireRefusal.Unasked, Add(assembly, 0, 4, [1, 2])); // A second time.
        assembly.Ask();
        Assert.Equal(WireRefusal.None, Add(assembly, 2, 4, [3, 4]));
        Assert.Equal(model, assembly.Finish()!.Values);
    }

    [Fact]
    public void There_is_no_model_before_the_last_piece()
    {
        var assembly = new ModelAssembly(OfferOf([1, 2, 3]), longestChunk: 2);
        assembly.Ask();
        assembly.Ask();

        Assert.Null(assembly.Finish());
        Add(assembly, 0, 3, [1, 2]);
        Assert.Null(assembly.Finish());
        Add(assembly, 2, 3, [3]);
        Assert.NotNull(assembly.Finish());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(9)]
    public void A_value_that_is_not_finite_is_found_wherever_it_is(int at)
    {
        var model = new float[10];
        model[at] = float.NegativeInfinity;
        var assembly = new ModelAssembly(OfferOf(model), longestChunk: 4);
        while (assembly.Ask() is var (offset, count))
        {
            Add(assembly, offset, 10, model.AsSpan(offset, count));
        }

        Assert.False(assembly.Finish()!.IsFinite);
    }

    [Fact]
    public void A_large_offer_takes_no_memory_before_its_first_piece_has_come()
    {
        var offer = new ModelOffer(1 << 26, WireSpecimens.Hash);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var assembly = new ModelAssembly(offer, longestChunk: 1 << 20);
        assembly.Ask();
        Add(assembly, 1, 1 << 26, [1]);
        Add(assembly, 0, 10, [1]);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    private static ModelOffer OfferOf(float[] model) => new(model.Length, ContentHash.Of(model));

    private static float[] Random(int length, ref RandomStream random)
    {
        var values = new float[length];
        foreach (ref var value in values.AsSpan())
        {
            value = random.NextFloat();
        }

        return values;
    }

    private static WireRefusal Add(ModelAssembly assembly, int offset, int total, ReadOnlySpan<float> values)
    {
        var limits = WireLimits.Default;
        Assert.Equal(WireRefusal.None, WireChunk.TryRead(WireSpecimens.Chunk(offset, total, values), limits, out var chunk));
        return assembly.Add(chunk);
    }
}
