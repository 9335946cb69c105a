using System.Buffers.Binary;

namespace ActorLearning.Protocol.Wire;

/// <summary>The answer to a <see cref="WireRequest"/>: what the model is, not its values. Those are fetched by hash.</summary>
/// <param name="Nonce">The request's number.</param>
/// <param name="Peer">Whose model.</param>
/// <param name="Key">The exchange.</param>
/// <param name="Offer">Length and hash; null says that the model is gone.</param>
public readonly record struct WireAnswer(ulong Nonce, LearnerId Peer, ExchangeKey Key, ModelOffer? Offer)
{
    /// <summary>Bytes of an answer that the model is gone.</summary>
    public const int GoneSize = WireFormat.HeaderSize + sizeof(ulong) + 3 * sizeof(int);

    /// <summary>Bytes of an offer.</summary>
    public const int OfferSize = GoneSize + sizeof(int) + ContentHash.Size;

    /// <summary>Bytes of this message.</summary>
    public int Size => Offer is null ? GoneSize : OfferSize;

    /// <summary>Writes the message into <see cref="Size"/> bytes.</summary>
    public void Write(Span<byte> message)
    {
        var body = message[WireFormat.HeaderSize..Size];
        BinaryPrimitives.WriteUInt64LittleEndian(body, Nonce);
        BinaryPrimitives.WriteInt32LittleEndian(body[8..], Peer.Number);
        BinaryPrimitives.WriteInt32LittleEndian(body[12..], Key.Round.Number);
        BinaryPrimitives.WriteInt32LittleEndian(body[16..], Key.Step);
        if (Offer is { } offer)
        {
            BinaryPrimitives.WriteInt32LittleEndian(body[20..], offer.Length);
            offer.Hash.Write(body[24..]);
        }

        WireFormat.Seal(message[..Size], Offer is null ? WireKind.Gone : WireKind.Offer);
    }

    /// <summary>Reads a message of either kind; tells why where it is refused.</summary>
    public static WireRefusal TryRead(ReadOnlySpan<byte> message, WireLimits limits, out WireAnswer answer)
    {
        answer = default;
        var isOffer = message.Length > GoneSize;
        var (kind, size) = isOffer ? (WireKind.Offer, OfferSize) : (WireKind.Gone, GoneSize);
        if (WireFormat.CheckFixed(message, kind, size) is var refusal and not WireRefusal.None)
        {
            return refusal;
        }

        var body = message[WireFormat.HeaderSize..];
        var peer = BinaryPrimitives.ReadInt32LittleEndian(body[8..]);
        var round = BinaryPrimitives.ReadInt32LittleEndian(body[12..]);
        var step = BinaryPrimitives.ReadInt32LittleEndian(body[16..]);
        var length = isOffer ? BinaryPrimitives.ReadInt32LittleEndian(body[20..]) : 0;
        if (peer < 0 || round < 0 || step < 0 || length < 0)
        {
            return WireRefusal.OutOfRange;
        }

        if (length > limits.LongestModel)
        {
            return WireRefusal.TooLarge;
        }

        answer = new WireAnswer(
            BinaryPrimitives.ReadUInt64LittleEndian(body), new LearnerId(peer), new ExchangeKey(new Round(round), step),
            isOffer ? new ModelOffer(length, new ContentHash(body[24..])) : null);
        return WireRefusal.None;
    }
}
