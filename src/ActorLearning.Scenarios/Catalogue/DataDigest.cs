using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ActorLearning.Learning.Data;

namespace ActorLearning.Scenarios.Catalogue;

/// <summary>One number for what a data set holds, whatever it is called.</summary>
internal static class DataDigest
{
    private const int Together = 256;

    /// <summary>SHA-256 over shapes, labels and features of all examples, in lower-case hexadecimal.</summary>
    public static string Of(DataSet data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, data.Shape.Channels, data.Shape.Height, data.Shape.Width, data.Classes);
        Append(hash, data.Training);
        Append(hash, data.Test);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, Samples samples)
    {
        Append(hash, samples.Count, samples.Features);
        hash.AppendData(samples.Labels);
        var features = new float[Together * samples.Features];
        var labels = new int[Together];
        for (var start = 0; start < samples.Count; start += Together)
        {
            var count = Math.Min(Together, samples.Count - start);
            int[] indices = [.. Enumerable.Range(start, count)];
            samples.Gather(indices, features, labels);
            hash.AppendData(MemoryMarshal.AsBytes(features.AsSpan(0, count * samples.Features)));
        }
    }

    private static void Append(IncrementalHash hash, params ReadOnlySpan<int> numbers)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
            hash.AppendData(bytes);
        }
    }
}
