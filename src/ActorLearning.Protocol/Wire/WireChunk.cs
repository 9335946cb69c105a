using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ActorLearning.Protocol.Wire;

/// <summary>A piece of a model: raw little-endian floats. It looks at the message's bytes and copies nothing.</summary>
public readonly ref struct WireChunk
{
    /// <summary>Bytes before the values.</summary>
    public const int Overhead = WireFormat.HeaderSize + sizeof(ulong) + 2 * sizeof(int);

    private const int NonceAt = WireFormat.HeaderSize;
    private const int OffsetAt = NonceAt + sizeof(ulong);
    private const int TotalAt = OffsetAt + sizeof(int);

    private WireChunk(ulong nonce, int offset, int total, ReadOnlySpan<byte> bytes)
    {
        (Nonce, Offset, Total) = (nonce, offset, total);
        Bytes = bytes;
    }

    /// <summary>The number of the request it answers.</summary>
    public ulong Nonce { get; }

    /// <summary>Where its first value belongs, counted in values.</summary>
    public int Offset { get; }

    /// <summary>Number of values of the whole model; 0, and no values, says that the model is gone.</summary>
    public int Total { get; }

    /// <summary>Number of values.</summary>
    public int Count => Bytes.Length / sizeof(float);

    /// <summary>The values as they are on the wire.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>How many values fit into a message of so many bytes.</summary>
    public static int Capacity(long messageBytes) =>
        (int)Math.Clamp((messageBytes - Overhead) / sizeof(float), 0, (int.MaxValue - Overhead) / sizeof(float));

    /// <summary>Bytes of a message with so many values.</summary>
    public static int SizeOf(int values) => Overhead + values * sizeof(float);

    /// <summary>Writes a message into <see cref="SizeOf"/> bytes: the one copy of the values that a sender makes.</summary>
    public static void Write(Span<byte> message, ulong nonce, int offset, int total, ReadOnlySpan<float> values)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(message[NonceAt..], nonce);
        BinaryPrimitives.WriteInt32LittleEndian(message[OffsetAt..], offset);
        BinaryPrimitives.WriteInt32LittleEndian(message[TotalAt..], total);
        MemoryMarshal.AsBytes(values).CopyTo(message[Overhead..]);
        WireFormat.Seal(message[..SizeOf(values.Length)], WireKind.Chunk);
    }

    /// <summary>Reads a message; tells why where it is refused.</summary>
    public static WireRefusal TryRead(ReadOnlySpan<byte> message, WireLimits limits, out WireChunk chunk)
    {
        chunk = default;
        if (WireFormat.Check(message, out var kind) is var refusal and not WireRefusal.None)
        {
            return refusal;
        }

        if (kind != WireKind.Chunk)
        {
            return WireRefusal.UnknownKind;
        }

        if (message.Length < Overhead || (message.Length - Overhead) % sizeof(float) != 0)
        {
            return message.Length < Overhead ? WireRefusal.TooShort : WireRefusal.WrongLength;
        }

        var read = Reread(message);
        var (offset, total, count) = (read.Offset, read.Total, read.Count);
        if (offset < 0 || total < 0 || (count == 0) != (total == 0) || (long)offset + count > total)
        {
            return WireRefusal.OutOfRange;
        }

        if (total > limits.LongestModel || count > limits.LongestChunk)
        {
            return WireRefusal.TooLarge;
        }

        chunk = read;
        return WireRefusal.None;
    }

    /// <summary>Looks at bytes that <see cref="TryRead"/> has accepted, without checking them a second time.</summary>
    public static WireChunk Reread(ReadOnlySpan<byte> message) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(message[NonceAt..]), BinaryPrimitives.ReadInt32LittleEndian(message[OffsetAt..]),
        BinaryPrimitives.ReadInt32LittleEndian(message[TotalAt..]), message[Overhead..]);

    /// <summary>Copies the values to their place in the whole model: the one copy that a receiver makes.</summary>
    public void CopyTo(Span<float> model) => Bytes.CopyTo(MemoryMarshal.AsBytes(model.Slice(Offset, Count)));
}
