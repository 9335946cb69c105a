using System.Buffers.Binary;
using System.Numerics;

namespace ActorLearning.Protocol.Wire;

/// <summary>CRC-32C, the Castagnoli polynomial: the checksum of iSCSI, and an instruction of most processors.</summary>
internal static class Crc32C
{
    /// <summary>The checksum of two stretches of bytes, one after the other.</summary>
    public static uint Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) => ~Add(Add(uint.MaxValue, first), second);

    private static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
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
}
