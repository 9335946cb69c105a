using ActorLearning.Protocol.Wire;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Wire;

/// <summary>One honest message of each kind, and a few at the edges.</summary>
internal static class WireSpecimens
{
    public static readonly float[] Values = [1f, -0f, float.Epsilon, float.MaxValue, 3.14159f];

    public static readonly ContentHash Hash = ContentHash.Of(Values);

    public static readonly WireRequest Request = new(
        new Guid("00112233-4455-6677-8899-aabbccddeeff"), Nonce: 0x0123456789abcdef, Id(3), Id(17), Key(12, 2));

    public static readonly WireAnswer Offer = new(0x0123456789abcdef, Id(3), Key(12, 2), new ModelOffer(Values.Length, Hash));

    public static readonly WireAnswer Gone = Offer with { Offer = null };

    public static readonly WireChunkRequest ChunkRequest = new(0xfedcba9876543210, Hash, Offset: 2, Count: 3);

    public static byte[][] All() =>
    [
        Bytes(Request), Bytes(Offer), Bytes(Gone), Bytes(ChunkRequest), Chunk(2, 5, Values.AsSpan(2)), Chunk(0, 0, []),
        Chunk(0, 64, new float[64]),
    ];

    public static byte[] Bytes(WireRequest message) => Filled(WireRequest.Size, message.Write);

    public static byte[] Bytes(WireAnswer message) => Filled(message.Size, message.Write);

    public static byte[] Bytes(WireChunkRequest message) => Filled(WireChunkRequest.Size, message.Write);

    public static byte[] Chunk(int offset, int total, ReadOnlySpan<float> values)
    {
        var bytes = new byte[WireChunk.SizeOf(values.Length)];
        WireChunk.Write(bytes, 0xfedcba9876543210, offset, total, values);
        return bytes;
    }

    private static byte[] Filled(int size, FillBytes fill)
    {
        var bytes = new byte[size];
        fill(bytes);
        return bytes;
    }

    private delegate void FillBytes(Span<byte> bytes);
}
