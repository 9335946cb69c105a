using ActorLearning.Protocol.Wire;
using static ActorLearning.Protocol.Tests.Wire.WireSpecimens;

namespace ActorLearning.Protocol.Tests.Wire;

public sealed class WireMessageTests
{
    private static readonly WireLimits Limits = new(LongestModel: 100, LongestChunk: 10);

    [Fact]
    public void The_bytes_of_every_kind_are_those_of_the_documented_layout()
    {
        // Another value here is another format: it needs another version and a new page in docs/wire-format.md.
        Assert.Equal(
            "414C020134000000F9DF3BEF33221100554477668899AABBCCDDEEFFEFCDAB896745230103000000110000000C000000"
            + "02000000",
            Convert.ToHexString(Bytes(Request)));
        Assert.Equal(
            "414C0202440000004E27266AEFCDAB8967452301030000000C0000000200000005000000CE33F085A5B783122AABE3F1"
            + "1C4154F4786CCD7BACACADB5ADB375A2C7EC9947",
            Convert.ToHexString(Bytes(Offer)));
        Assert.Equal(
            "414C0203200000008FC7D6CEEFCDAB8967452301030000000C00000002000000",
            Convert.ToHexString(Bytes(Gone)));
        Assert.Equal(
            "414C02043C000000E3A4261D1032547698BADCFECE33F085A5B783122AABE3F11C4154F4786CCD7BACACADB5ADB375A2"
            + "C7EC99470200000003000000",
            Convert.ToHexString(Bytes(ChunkRequest)));
        Assert.Equal(
            "414C020528000000C32E33151032547698BADCFE020000000500000001000000FFFF7F7FD00F4940",
            Convert.ToHexString(Chunk(2, 5, Values.AsSpan(2))));
    }

    [Fact]
    public void Every_kind_comes_back_as_it_was_sent()
    {
        Assert.Equal(WireRefusal.None, WireRequest.TryRead(Bytes(Request), out var request));
        Assert.Equal(WireRefusal.None, WireAnswer.TryRead(Bytes(Offer), Limits, out var offer));
        Assert.Equal(WireRefusal.None, WireAnswer.TryRead(Bytes(Gone), Limits, out var gone));
        Assert.Equal(WireRefusal.None, WireChunkRequest.TryRead(Bytes(ChunkRequest), Limits, out var chunkRequest));
        Assert.Equal((Request, Offer, Gone, ChunkRequest), (request, offer, gone, chunkRequest));
    }

    [Fact]
    public void A_piece_comes_back_to_the_bit()
    {
        Assert.Equal(WireRefusal.None, WireChunk.TryRead(Chunk(1, 5, [float.NaN, -0f]), Limits, out var chunk));
        var model = new float[5];
        chunk.CopyTo(model);

        Assert.Equal((1, 5, 2), (chunk.Offset, chunk.Total, chunk.Count));
        float[] expected = [0, float.NaN, -0f, 0, 0];
        Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), model.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void Every_single_bit_counts()
    {
        foreach (var whole in All())
        {
            for (var bit = 0; bit < 8 * whole.Length; bit++)
            {
                var damaged = whole.ToArray();
                damaged[bit / 8] ^= (byte)(1 << (bit % 8));

                Assert.NotEqual(WireRefusal.None, WireFormat.Check(damaged, out _));
            }
        }
    }

    [Fact]
    public void What_is_larger_than_the_limit_is_refused_by_its_number_alone()
    {
        var offer = Offer with { Offer = new ModelOffer(Limits.LongestModel + 1, Hash) };
        var request = ChunkRequest with { Offset = Limits.LongestModel, Count = 1 };
        var overflow = ChunkRequest with { Offset = int.MaxValue, Count = int.MaxValue };

        Assert.Equal(WireRefusal.TooLarge, WireAnswer.TryRead(Bytes(offer), Limits, out _));
        Assert.Equal(WireRefusal.TooLarge, WireChunkRequest.TryRead(Bytes(request), Limits, out _));
        Assert.Equal(WireRefusal.TooLarge, WireChunkRequest.TryRead(Bytes(overflow), Limits, out _));
        Assert.Equal(WireRefusal.TooLarge, WireChunk.TryRead(Chunk(0, 101, [1]), Limits, out _));
        Assert.Equal(WireRefusal.TooLarge, WireChunk.TryRead(Chunk(0, 50, new float[11]), Limits, out _));
    }

    [Theory]
    [InlineData(-1, 5, 1)]
    [InlineData(5, 5, 1)]
    [InlineData(0, -1, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 5, 0)]
    [InlineData(int.MaxValue, 5, 1)]
    public void A_piece_that_does_not_lie_inside_its_model_is_refused(int offset, int total, int count) =>
        Assert.Equal(WireRefusal.OutOfRange, WireChunk.TryRead(Chunk(offset, total, new float[count]), Limits, out _));

    [Fact]
    public void A_capacity_is_what_fits_and_no_more()
    {
        for (var size = 0; size < 200; size++)
        {
            var values = WireChunk.Capacity(size);

            Assert.True(values == 0 || WireChunk.SizeOf(values) <= size);
            Assert.True(WireChunk.SizeOf(values + 1) > size);
        }

        Assert.True(WireChunk.SizeOf(WireChunk.Capacity(long.MaxValue)) > 0);
    }
}
