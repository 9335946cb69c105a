using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>A rule's state as bytes and back, to the bit, NaN and infinities included: what a checkpoint holds.</summary>
/// <remarks>
/// Everything little-endian: <c>ALRS</c>, then version, length of the vector, number of numbers, 32 bits each; the vector as
/// floats, the numbers as doubles; a CRC-32C of all that. Whatever does not fit is refused before anything is allocated.
/// </remarks>
public static class RuleStateFormat
{
    /// <summary>The version written; no other is read.</summary>
    public const int Version = 1;

    private const int HeaderSize = 16;
    private const int ChecksumSize = 4;

    private static ReadOnlySpan<byte> Mark => "ALRS"u8;

    /// <summary>Bytes that <see cref="Write(RuleState, Span{byte})"/> fills.</summary>
    public static int SizeOf(RuleState state) => checked(
        HeaderSize + sizeof(float) * state.Vector.Length + sizeof(double) * state.Numbers.Length + ChecksumSize);

    /// <summary>The bytes of a state.</summary>
    public static byte[] Write(RuleState state)
    {
        var bytes = new byte[SizeOf(state)];
        Write(state, bytes);
        return bytes;
    }

    /// <summary>Writes a state.</summary>
    /// <param name="state">The state, untouched.</param>
    /// <param name="bytes">As many as <see cref="SizeOf"/> says.</param>
    public static void Write(RuleState state, Span<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, SizeOf(state));
        Mark.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], state.Vector.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], state.Numbers.Length);
        var rest = bytes[HeaderSize..];
        foreach (var value in state.Vector)
        {
            BinaryPrimitives.WriteSingleLittleEndian(rest, value);
            rest = rest[sizeof(float)..];
        }

        foreach (var number in state.Numbers)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(rest, number);
            rest = rest[sizeof(double)..];
        }

        BinaryPrimitives.WriteUInt32LittleEndian(rest, Checksum(bytes[..^ChecksumSize]));
    }

    /// <summary>The state of a written one.</summary>
    /// <exception cref="RuleStateException">The bytes are damaged or of another version.</exception>
    public static RuleState Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderSize + ChecksumSize || !bytes.StartsWith(Mark))
        {
            throw new RuleStateException($"{bytes.Length} bytes are no state of a rule: they do not begin like one");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (version != Version)
        {
            throw new RuleStateException($"the state of a rule has version {version}; this build reads version {Version}");
        }

        var (length, count) = (
            BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]));
        var isWhole = length >= 0 && count >= 0
            && bytes.Length == HeaderSize + sizeof(float) * (long)length + sizeof(double) * (long)count + ChecksumSize
            && BinaryPrimitives.ReadUInt32LittleEndian(bytes[^ChecksumSize..]) == Checksum(bytes[..^ChecksumSize]);
        if (!isWhole)
        {
            throw new RuleStateException($"the state of a rule in {bytes.Length} bytes is damaged");
        }

        var state = new RuleState(new float[length], new double[count]);
        var rest = bytes[HeaderSize..];
        foreach (ref var value in state.Vector.AsSpan())
        {
            value = BinaryPrimitives.ReadSingleLittleEndian(rest);
            rest = rest[sizeof(float)..];
        }

        foreach (ref var number in state.Numbers.AsSpan())
        {
            number = BinaryPrimitives.ReadDoubleLittleEndian(rest);
            rest = rest[sizeof(double)..];
        }

        return state;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var eight in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            sum = BitOperations.Crc32C(sum, BitConverter.IsLittleEndian ? eight : BinaryPrimitives.ReverseEndianness(eight));
        }

        foreach (var one in bytes[(bytes.Length & ~7)..])
        {
            sum = BitOperations.Crc32C(sum, one);
        }

        return ~sum;
    }
}
