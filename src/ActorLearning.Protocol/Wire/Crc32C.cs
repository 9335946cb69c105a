using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ActorLearning.Protocol.Wire;

/// <summary>CRC-32C, the Castagnoli polynomial: the checksum of iSCSI, and an instruction of most processors.</summary>
/// <remarks>
/// The instruction takes eight bytes every cycle, but its result comes three cycles later. So long stretches go through three
/// sums at once, each over a lane of its own, joined by what a lane of zeros would have made of the sum before it: the checksum
/// is linear, and that is a table.
/// </remarks>
internal static class Crc32C
{
    private const int Lane = 1024;
    private static readonly uint[] OverLane = Zeros(Lane);

    /// <summary>The checksum of two stretches of bytes, one after the other.</summary>
    public static uint Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) => ~Add(Add(uint.MaxValue, first), second);

    private static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 3 * Lane)
        {
            sum = AddLanes(sum, bytes);
            bytes = bytes[(3 * Lane)..];
        }

        while (bytes.Length >= sizeof(ulong))
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var one in bytes)
        {
            sum = BitOperations.Crc32C(sum, one);
        }

        return sum;
    }

    private static uint AddLanes(uint sum, ReadOnlySpan<byte> bytes)
    {
        var a = MemoryMarshal.Cast<byte, ulong>(bytes[..Lane]);
        var b = MemoryMarshal.Cast<byte, ulong>(bytes.Slice(Lane, Lane));
        var c = MemoryMarshal.Cast<byte, ulong>(bytes.Slice(2 * Lane, Lane));
        var (sumA, sumB, sumC) = (sum, 0u, 0u);
        for (var i = 0; i < a.Length && i < b.Length && i < c.Length; i++)
        {
            sumA = BitOperations.Crc32C(sumA, a[i]);
            sumB = BitOperations.Crc32C(sumB, b[i]);
            sumC = BitOperations.Crc32C(sumC, c[i]);
        }

        return Skip(Skip(sumA) ^ sumB) ^ sumC;
    }

    /// <summary>A sum after a lane of zeros.</summary>
    private static uint Skip(uint sum) =>
        OverLane[sum & 255] ^ OverLane[256 + ((sum >> 8) & 255)]
        ^ OverLane[512 + ((sum >> 16) & 255)] ^ OverLane[768 + (sum >> 24)];

    /// <summary>What so many zero bytes make of each value of each of a sum's four bytes.</summary>
    private static uint[] Zeros(int count)
    {
        var table = new uint[4 * 256];
        for (var i = 0; i < table.Length; i++)
        {
            var sum = (uint)(i & 255) << (i / 256 * 8);
            for (var zero = 0; zero < count; zero += sizeof(ulong))
            {
                sum = BitOperations.Crc32C(sum, 0UL);
            }

            table[i] = sum;
        }

        return table;
    }
}
