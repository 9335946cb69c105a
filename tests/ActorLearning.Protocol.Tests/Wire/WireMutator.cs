using System.Buffers.Binary;
using ActorLearning.Numerics;
using ActorLearning.Protocol.Wire;

namespace ActorLearning.Protocol.Tests.Wire;

/// <summary>Makes hostile bytes of honest messages: flipped, set, cut, grown, spliced, or random from end to end.</summary>
/// <remarks>
/// Every other one gets length and checksum made right again, or nothing behind the checksum would ever be tried. Nothing is
/// allocated after construction, so that a test can count what a decoder allocates.
/// </remarks>
internal sealed class WireMutator
{
    private static readonly int[] Odd =
        [int.MinValue, -1, 0, 1, 2, 255, 65536, 1 << 24, 1 << 28, (1 << 28) + 1, int.MaxValue - 3, int.MaxValue];

    private readonly byte[][] specimens;
    private readonly byte[] bytes;
    private RandomStream random;
    private int length;

    public WireMutator(ulong seed, byte[][] specimens)
    {
        this.specimens = specimens;
        random = new RandomStream(seed, new StreamPurpose("wire mutation"));
        bytes = new byte[4 * specimens.Max(specimen => specimen.Length) + 64];
    }

    /// <summary>The next hostile message; it lies in memory that the one after it overwrites.</summary>
    public ReadOnlySpan<byte> Next()
    {
        var specimen = specimens[random.NextBelow(specimens.Length)];
        specimen.CopyTo(bytes, 0);
        length = specimen.Length;
        for (var change = random.NextBelow(3); change >= 0; change--)
        {
            Change();
        }

        if (length >= WireFormat.HeaderSize && random.NextBelow(2) == 0)
        {
            WireFormat.Seal(bytes.AsSpan(0, length), (WireKind)(random.NextBelow(8) == 0 ? random.NextBelow(8) : bytes[3]));
        }

        return bytes.AsSpan(0, length);
    }

    /// <summary>A number below a bound, from the same stream.</summary>
    public int Below(int bound) => random.NextBelow(bound);

    private void Change()
    {
        switch (random.NextBelow(8))
        {
            case 0 when length > 0:
                length = random.NextBelow(length);
                break;
            case 1:
                var more = Math.Min(bytes.Length - length, 1 + random.NextBelow(16));
                Scramble(length, more);
                length += more;
                break;
            case 2:
                var other = specimens[random.NextBelow(specimens.Length)];
                var from = random.NextBelow(other.Length);
                var at = random.NextBelow(length + 1);
                other.AsSpan(from).CopyTo(bytes.AsSpan(at));
                length = Math.Max(length, at + other.Length - from);
                break;
            case 3:
                Scramble(0, length);
                break;
            case 4 or 5 when length >= sizeof(int):
                var word = random.NextBelow(length / sizeof(int)) * sizeof(int);
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(word), Odd[random.NextBelow(Odd.Length)]);
                break;
            default:
                if (length > 0)
                {
                    bytes[random.NextBelow(length)] ^= (byte)(1 << random.NextBelow(8));
                }

                break;
        }
    }

    private void Scramble(int start, int count)
    {
        for (var i = start; i < start + count; i++)
        {
            bytes[i] = (byte)random.NextUInt32();
        }
    }
}
