using System.Buffers.Binary;
using ActorLearning.Numerics;
using ActorLearning.Protocol.Wire;

namespace ActorLearning.Protocol.Tests.Wire;

public sealed class Crc32CTests
{
    private const int ChecksumAt = 8;

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(257)]
    [InlineData(3 * 1024 + 11)]
    [InlineData(3 * 1024 + 12)]
    [InlineData(6 * 1024 + 12)]
    [InlineData(10_007)]
    public void The_checksum_of_any_length_is_that_of_the_definition(int length)
    {
        var random = new RandomStream(seed: 9, new StreamPurpose("checksum test"), round: length);
        var message = new byte[length];
        foreach (ref var one in message.AsSpan())
        {
            one = (byte)random.NextUInt32();
        }

        WireFormat.Seal(message, WireKind.Chunk);

        var rest = message[..ChecksumAt].Concat(message[WireFormat.HeaderSize..]);
        Assert.Equal(ByBits(rest), BinaryPrimitives.ReadUInt32LittleEndian(message.AsSpan(ChecksumAt)));
    }

    /// <summary>Division by the polynomial, a bit at a time.</summary>
    private static uint ByBits(IEnumerable<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) == 0 ? 0 : 0x82F63B78u);
            }
        }

        return ~sum;
    }
}
