using System.Buffers.Binary;

namespace ActorLearning.Protocol.Wire;

/// <summary>A learner asks a peer for its model of an exchange.</summary>
/// <param name="Run">The run.</param>
/// <param name="Nonce">A number that only asker and asked know; the answer repeats it.</param>
/// <param name="Peer">Who is asked.</param>
/// <param name="From">Who asks.</param>
/// <param name="Key">The exchange.</param>
public readonly record struct WireRequest(Guid Run, ulong Nonce, LearnerId Peer, LearnerId From, ExchangeKey Key)
{
    /// <summary>Bytes of such a message.</summary>
    public const int Size = WireFormat.HeaderSize + 16 + sizeof(ulong) + 4 * sizeof(int);

    /// <summary>Writes the message into <see cref="Size"/> bytes.</summary>
    public void Write(Span<byte> message)
    {
        var body = message[WireFormat.HeaderSize..Size];
        Run.TryWriteBytes(body);
        BinaryPrimitives.WriteUInt64LittleEndian(body[16..], Nonce);
        BinaryPrimitives.WriteInt32LittleEndian(body[24..], Peer.Number);
        BinaryPrimitives.WriteInt32LittleEndian(body[28..], From.Number);
        BinaryPrimitives.WriteInt32LittleEndian(body[32..], Key.Round.Number);
        BinaryPrimitives.WriteInt32LittleEndian(body[36..], Key.Step);
        WireFormat.Seal(message[..Size], WireKind.Request);
    }

    /// <summary>Reads a message; tells why where it is refused.</summary>
    public static WireRefusal TryRead(ReadOnlySpan<byte> message, out WireRequest request)
    {
        request = default;
        if (WireFormat.CheckFixed(message, WireKind.Request, Size) is var refusal and not WireRefusal.None)
        {
            return refusal;
        }

        var body = message[WireFormat.HeaderSize..];
        var peer = BinaryPrimitives.ReadInt32LittleEndian(body[24..]);
        var from = BinaryPrimitives.ReadInt32LittleEndian(body[28..]);
        var round = BinaryPrimitives.ReadInt32LittleEndian(body[32..]);
        var step = BinaryPrimitives.ReadInt32LittleEndian(body[36..]);
        if (peer < 0 || from < 0 || round < 0 || step < 0)
        {
            return WireRefusal.OutOfRange;
        }

        request = new WireRequest(
            new Guid(body[..16]), BinaryPrimitives.ReadUInt64LittleEndian(body[16..]), new LearnerId(peer), new LearnerId(from),
            new ExchangeKey(new Round(round), step));
        return WireRefusal.None;
    }
}
