using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ActorLearning.Protocol.Wire;

/// <summary>SHA-256 of a model's little-endian bytes: two models have one hash only if they are equal to the bit.</summary>
/// <remarks>
/// A node keeps fetched models by this hash and gives them to whoever is offered the same one. It must be a cryptographic
/// hash: with a weaker one a liar could have its model handed out as an honest learner's.
/// </remarks>
public readonly record struct ContentHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private readonly ulong word0, word1, word2, word3;

    /// <summary>The hash that 32 bytes spell.</summary>
    public ContentHash(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes[..Size]);
        (word0, word1, word2, word3) = (words[0], words[1], words[2], words[3]);
    }

    /// <summary>The hash of a model.</summary>
    public static ContentHash Of(ReadOnlySpan<float> values)
    {
        Span<byte> bytes = stackalloc byte[Size];
        SHA256.HashData(MemoryMarshal.AsBytes(values), bytes);
        return new ContentHash(bytes);
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        ReadOnlySpan<ulong> words = [word0, word1, word2, word3];
        MemoryMarshal.AsBytes(words).CopyTo(bytes);
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        Write(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
