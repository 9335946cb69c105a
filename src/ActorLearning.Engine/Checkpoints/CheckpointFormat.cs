using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Checkpoints;

/// <summary>The bytes of a checkpoint.</summary>
/// <remarks>
/// All numbers little-endian: eight bytes <c>ALCHKPNT</c>, the format's version (4 bytes), the header's length (4) and JSON, the
/// state's length (4) and JSON, the number of vectors (4), for each its length (4), its kind (1) and its floats; at the end, in
/// every version, the SHA-256 of all before it.
/// </remarks>
internal static class CheckpointFormat
{
    /// <summary>Raised whenever a file of before can no longer be read.</summary>
    public const int Version = 1;

    private const int Digest = SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Magic => "ALCHKPNT"u8;

    public static void Write(Checkpoint checkpoint, Stream stream)
    {
        var vectors = new VectorTable();
        var state = CheckpointJson.Write(checkpoint.State, vectors);
        using var hashing = new HashingStream(stream);
        using (var writer = new BinaryWriter(hashing, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            WriteBlock(writer, JsonSerializer.SerializeToUtf8Bytes(checkpoint.Header));
            WriteBlock(writer, state);
            writer.Write(vectors.Vectors.Count);
            foreach (var (values, kind) in vectors.Vectors)
            {
                writer.Write(values.Length);
                writer.Write((byte)kind);
                writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
            }
        }

        stream.Write(hashing.TakeHash());
    }

    public static Checkpoint Read(Stream stream, string name)
    {
        RequireWhole(stream);
        try
        {
            using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            stream.Position = Magic.Length;
            RequireVersion(reader.ReadInt32(), name);
            var header = JsonSerializer.Deserialize<CheckpointHeader>(ReadBlock(reader))
                ?? throw new JsonException("there is no header");
            var state = ReadBlock(reader);
            var vectors = ReadVectors(reader);
            return new Checkpoint(header, CheckpointJson.Read(state, vectors), vectors.Models);
        }
        catch (Exception e) when (e is JsonException or EndOfStreamException or ArgumentException or NotSupportedException)
        {
            throw new CheckpointDamagedException($"its content makes no sense: {e.Message}", e);
        }
    }

    private static void WriteBlock(BinaryWriter writer, byte[] block)
    {
        writer.Write(block.Length);
        writer.Write(block);
    }

    private static byte[] ReadBlock(BinaryReader reader) => ReadBytes(reader, reader.ReadInt32());

    private static byte[] ReadBytes(BinaryReader reader, int count)
    {
        RequireRoom(reader, count);
        return reader.ReadBytes(count);
    }

    private static VectorTable ReadVectors(BinaryReader reader)
    {
        var vectors = new VectorTable();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var length = reader.ReadInt32();
            var kind = (VectorKind)reader.ReadByte();
            RequireRoom(reader, (long)length * sizeof(float));
            var values = new float[length];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            vectors.Add(values, kind);
        }

        return vectors;
    }

    /// <summary>Nothing is allocated that the rest of the file could not fill.</summary>
    private static void RequireRoom(BinaryReader reader, long count)
    {
        if (count < 0 || count > reader.BaseStream.Length - Digest - reader.BaseStream.Position)
        {
            throw new EndOfStreamException($"{count} bytes are wanted where there are not as many");
        }
    }

    private static void RequireVersion(int version, string name)
    {
        if (version != Version)
        {
            throw new InputException(name, $"is of version {version} of the format; this build reads version {Version}");
        }
    }

    private static void RequireWhole(Stream stream)
    {
        Span<byte> magic = stackalloc byte[Magic.Length];
        stream.Position = 0;
        if (stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !magic.SequenceEqual(Magic))
        {
            throw new CheckpointDamagedException(
                stream.Length == 0 ? "it is empty" : "it is no checkpoint, or its beginning is damaged");
        }

        var left = stream.Length - Digest - magic.Length;
        if (left < 0)
        {
            throw new CheckpointDamagedException("it is cut short");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(magic);
        var buffer = new byte[1 << 16];
        while (left > 0)
        {
            var count = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (count == 0)
            {
                throw new CheckpointDamagedException("it is cut short");
            }

            hash.AppendData(buffer, 0, count);
            left -= count;
        }

        Span<byte> stored = stackalloc byte[Digest];
        stream.ReadExactly(stored);
        if (!stored.SequenceEqual(hash.GetHashAndReset()))
        {
            throw new CheckpointDamagedException("its checksum is wrong: it is damaged or cut short");
        }
    }
}
