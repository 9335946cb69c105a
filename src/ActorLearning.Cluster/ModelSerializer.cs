using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Transport;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Wire;
using Akka.Actor;
using Akka.Serialization;

namespace ActorLearning.Cluster;

/// <summary>The messages about models in the format of docs/wire-format.md.</summary>
/// <remarks>
/// Bytes that are no such message become a <see cref="DamagedMessage"/>, never an exception: one that leaves a serializer would
/// end the connection and with it every pull between two nodes. The manifest says nothing, because the bytes say it all.
/// A sender copies a piece's values once, into the message; a receiver copies them once, to their place in the model.
/// </remarks>
public sealed class ModelSerializer : SerializerWithStringManifest
{
    private readonly WireLimits limits;

    /// <summary>A serializer that takes what its system's settings allow.</summary>
    public ModelSerializer(ExtendedActorSystem system)
        : base(system)
    {
        if (!WireFormat.IsSupported)
        {
            throw new PlatformNotSupportedException("models are sent as they lie in memory: that needs a little-endian machine");
        }

        limits = TransportSettings.Of(system.Settings.Config).Limits;
    }

    /// <inheritdoc/>
    public override int Identifier => 4711;

    /// <inheritdoc/>
    public override string Manifest(object o) => string.Empty;

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj)
    {
        switch (obj)
        {
            case ModelChunk chunk:
                return ToBinary(chunk);
            case ModelRequest request:
                var requestBytes = new byte[WireRequest.Size];
                request.Wire.Write(requestBytes);
                return requestBytes;
            case ModelAnswer answer:
                var answerBytes = new byte[answer.Wire.Size];
                answer.Wire.Write(answerBytes);
                return answerBytes;
            case ChunkRequest request:
                var chunkRequestBytes = new byte[WireChunkRequest.Size];
                request.Wire.Write(chunkRequestBytes);
                return chunkRequestBytes;
            default:
                throw new ArgumentException($"{obj.GetType()} is not a message about models", nameof(obj));
        }
    }

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, string manifest)
    {
        WireRefusal why;
        switch (WireFormat.Peek(bytes))
        {
            case WireKind.Request:
                why = WireRequest.TryRead(bytes, out var request);
                return why == WireRefusal.None ? new ModelRequest(request) : new DamagedMessage(why, bytes.Length);
            case WireKind.Offer or WireKind.Gone:
                why = WireAnswer.TryRead(bytes, limits, out var answer);
                return why == WireRefusal.None ? new ModelAnswer(answer) : new DamagedMessage(why, bytes.Length);
            case WireKind.ChunkRequest:
                why = WireChunkRequest.TryRead(bytes, limits, out var chunkRequest);
                return why == WireRefusal.None ? new ChunkRequest(chunkRequest) : new DamagedMessage(why, bytes.Length);
            case WireKind.Chunk:
                why = WireChunk.TryRead(bytes, limits, out _);
                return why == WireRefusal.None ? new ReceivedChunk(bytes) : new DamagedMessage(why, bytes.Length);
            default:
                why = WireFormat.Check(bytes, out _);
                return new DamagedMessage(why, bytes.Length);
        }
    }

    private static byte[] ToBinary(ModelChunk chunk)
    {
        var values = chunk.Model is { } model ? model.Values.AsSpan(chunk.Offset, chunk.Count) : [];
        var bytes = GC.AllocateUninitializedArray<byte>(WireChunk.SizeOf(values.Length));
        WireChunk.Write(bytes, chunk.Nonce, chunk.Model is null ? 0 : chunk.Offset, chunk.Model?.Values.Length ?? 0, values);
        return bytes;
    }
}
