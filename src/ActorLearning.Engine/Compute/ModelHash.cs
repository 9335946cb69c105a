using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ActorLearning.Engine.Compute;

/// <summary>One number for the outcome of a run: equal if and only if every honest model is equal to the bit.</summary>
public static class ModelHash
{
    /// <summary>SHA-256 over the SHA-256s of the models' little-endian bytes, in lower-case hexadecimal.</summary>
    public static string Of(IEnumerable<float[]> models) => OfDigests(models.Select(Digest));

    /// <summary>The same from the models' SHA-256s.</summary>
    public static string OfDigests(IEnumerable<byte[]> digests)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var digest in digests)
        {
            all.AppendData(digest);
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    /// <summary>SHA-256 of one model's little-endian bytes.</summary>
    public static byte[] Digest(float[] model) => SHA256.HashData(MemoryMarshal.AsBytes(model.AsSpan()));
}
