using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using ActorLearning.Cluster.Messages;
using Akka.Actor;
using Akka.Serialization;

namespace ActorLearning.Cluster;

/// <summary>Models on the wire: a fixed header, then the raw little-endian floats.</summary>
/// <remarks>
/// Header, 24 bytes: version, peer, round, step, number of values (−1: the model is gone), all 32 bits little-endian, then a
/// CRC-32C of the header before it and of the values. Whatever does not fit is refused before anything is allocated.
/// </remarks>
public sealed class ModelSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    private const int Version = 1;
    private const int ChecksumAt = 20;
    private const int HeaderSize = 24;
    private const string AnswerManifest = "m";

    /// <inheritdoc/>
    public override int Identifier => 4711;

    /// <inheritdoc/>
    public override string Manifest(object o) => AnswerManifest;

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj)
    {
        var answer = (ModelAnswer)obj;
        var values = MemoryMarshal.AsBytes(answer.Values.AsSpan());
        var bytes = GC.AllocateUninitializedArray<byte>(HeaderSize + values.Length);
        int[] header = [Version, answer.Peer, answer.Round, answer.Step, answer.Values?.Length ?? -1];
        for (var i = 0; i < header.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4 * i), header[i]);
        }

        values.CopyTo(bytes.AsSpan(HeaderSize));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(ChecksumAt), Checksum(bytes));
        return bytes;
    }

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, string manifest)
    {
        var count = bytes.Length >= HeaderSize ? BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(16)) : int.MinValue;
        var isWhole = manifest == AnswerManifest && count >= -1
            && bytes.Length == HeaderSize + sizeof(float) * (long)Math.Max(0, count)
            && BinaryPrimitives.ReadInt32LittleEndian(bytes) == Version
            && BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(ChecksumAt)) == Checksum(bytes);
        if (!isWhole)
        {
            throw new System.Runtime.Serialization.SerializationException($"a model message of {bytes.Length} bytes is damaged");
        }

        var values = count < 0 ? null : MemoryMarshal.Cast<byte, float>(bytes.AsSpan(HeaderSize)).ToArray();
        return new ModelAnswer(
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)), BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)),
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(12)), values);
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = Add(uint.MaxValue, bytes[..ChecksumAt]);
        return ~Add(sum, bytes[HeaderSize..]);
    }

    private static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (var eight in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            sum = BitOperations.Crc32C(sum, eight);
        }

        foreach (var one in bytes[(bytes.Length & ~7)..])
        {
            sum = BitOperations.Crc32C(sum, one);
        }

        return sum;
    }
}
