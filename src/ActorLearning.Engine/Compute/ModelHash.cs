using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ActorLearning.Engine.Compute;

/// <summary>One number for the outcome of a run: equal if and only if every honest model is equal to the bit.</summary>
public static class ModelHash
{
    /// <summary>SHA-256 over the SHA-256s of the models' little-endian bytes, in lower-case hexadecimal.</summary>
    public static string Of(IEnumerable<float[]> models)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var model in models)
        {
            all.AppendData(SHA256.HashData(MemoryMarshal.AsBytes(model.AsSpan())));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
