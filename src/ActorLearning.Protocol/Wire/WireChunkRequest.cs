using System.Buffers.Binary;

namespace ActorLearning.Protocol.Wire;

/// <summary>A node asks for a piece of a model it was offered.</summary>
/// <param name="Nonce">A number that only asker and asked know; the piece repeats it.</param>
/// <param name="Hash">Which model.</param>
/// <param name="Offset">The first value asked for, counted in values.</param>
/// <param name="Count">How many values at most; fewer come where fewer fit into the sender's frame.</param>
public readonly record struct WireChunkRequest(ulong Nonce, ContentHash Hash, int Offset, int Count)
{
    /// <summary>Bytes of such a message.</summary>
    public const int Size = WireFormat.HeaderSize + sizeof(ulong) + ContentHash.Size + 2 * sizeof(int);

    /// <summary>Writes the message into <see cref="Size"/> bytes.</summary>
    public void Write(Span<byte> message)
    {
        var body = message[WireFormat.HeaderSize..Size];
        BinaryPrimitives.WriteUInt64LittleEndian(body, Nonce);
        Hash.Write(body[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(body[40..], Offset);
        BinaryPrimitives.WriteInt32LittleEndian(body[44..], Count);
        WireFormat.Seal(message[..Size], WireKind.ChunkRequest);
    }

    /// <summary>Reads a message; tells why where it is refused.</summary>
    public static WireRefusal TryRead(ReadOnlySpan<byte> message, WireLimits limits, out WireChunkRequest request)
    {
        request = default;
        if (WireFormat.CheckFixed(message, WireKind.ChunkRequest, Size) is var refusal and not WireRefusal.None)
        {
            return refusal;
        }

        var body = message[WireFormat.HeaderSize..];
        var offset = BinaryPrimitives.ReadInt32LittleEndian(body[40..]);
        var count = BinaryPrimitives.ReadInt32LittleEndian(body[44..]);
        if (offset < 0 || count <= 0)
        {
            return WireRefusal.OutOfRange;
        }

        if ((long)offset + count > limits.LongestModel)
        {
            return WireRefusal.TooLarge;
        }

        request = new WireChunkRequest(
            BinaryPrimitives.ReadUInt64LittleEndian(body), new ContentHash(body[8..]), offset, count);
        return WireRefusal.None;
    }
}
