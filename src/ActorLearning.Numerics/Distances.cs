using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <summary>Squared Euclidean distances between vectors: float differences, block sums joined in double.</summary>
/// <remarks>
/// Differences, not a Gram matrix of the vectors themselves: near consensus ‖a‖² + ‖b‖² − 2ab cancels to noise in float.
/// </remarks>
public static partial class Distances
{
    /// <summary>Coordinates a block: 16 models of one block fit the second-level cache.</summary>
    public const int Block = 2048;

    private const int Four = 4;
    private const int Stride = 4 * Lanes.Count;

    /// <summary>‖a − b‖² of two vectors of equal length.</summary>
    public static double Squared(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Vectors.SameLength(a.Length, b.Length);
        var sum = 0.0;
        for (var start = 0; start < a.Length; start += Block)
        {
            var length = Math.Min(Block, a.Length - start);
            sum += BlockSquared(a.Slice(start, length), b.Slice(start, length));
        }

        return sum;
    }

    /// <summary>All pairs: <c>result[i·n + j]</c> = ‖vᵢ − vⱼ‖², symmetric, zero on the diagonal.</summary>
    /// <param name="vectors">n vectors of equal length.</param>
    /// <param name="result">n·n values, overwritten.</param>
    public static void AllSquared(ReadOnlySpan<float[]> vectors, Span<double> result)
    {
        var n = vectors.Length;
        result[..(n * n)].Clear();
        var length = n == 0 ? 0 : vectors[0].Length;
        for (var start = 0; start < length; start += Block)
        {
            var size = Math.Min(Block, length - start);
            for (var first = 0; first < n; first += Four)
            {
                // Four vectors of a block stay in the first-level cache while all later ones pass by.
                if (Vector512.IsHardwareAccelerated && first + Four <= n)
                {
                    AddWide(vectors, first, start, size, result);
                    continue;
                }

                for (var i = first + 1; i < n; i++)
                {
                    AddNarrow(vectors, i, first, start, size, result);
                }
            }
        }

        for (var i = 1; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                result[j * n + i] = result[i * n + j];
            }
        }
    }

    /// <summary>‖v‖².</summary>
    public static double SquaredNorm(ReadOnlySpan<float> v)
    {
        var sum = 0.0;
        for (var start = 0; start < v.Length; start += Block)
        {
            var block = v.Slice(start, Math.Min(Block, v.Length - start));
            sum += Vectors.Dot(block, block);
        }

        return sum;
    }

    /// <summary>Adds the block distances of vector i to up to four vectors before it.</summary>
    private static void AddNarrow(ReadOnlySpan<float[]> vectors, int i, int first, int start, int size, Span<double> result)
    {
        var a = vectors[i].AsSpan(start, size);
        for (var j = first; j < Math.Min(i, first + Four); j++)
        {
            result[i * vectors.Length + j] += BlockSquared(a, vectors[j].AsSpan(start, size));
        }
    }

    private static float BlockSquared(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        var i = 0;
        for (; i <= a.Length - 32; i += 32)
        {
            var d0 = Lanes.Load(a, i) - Lanes.Load(b, i);
            var d1 = Lanes.Load(a, i + 8) - Lanes.Load(b, i + 8);
            var d2 = Lanes.Load(a, i + 16) - Lanes.Load(b, i + 16);
            var d3 = Lanes.Load(a, i + 24) - Lanes.Load(b, i + 24);
            s0 = Vector256.FusedMultiplyAdd(d0, d0, s0);
            s1 = Vector256.FusedMultiplyAdd(d1, d1, s1);
            s2 = Vector256.FusedMultiplyAdd(d2, d2, s2);
            s3 = Vector256.FusedMultiplyAdd(d3, d3, s3);
        }

        for (var lane = 0; i < a.Length; i += Lanes.Count, lane++)
        {
            var d = i + Lanes.Count <= a.Length
                ? Lanes.Load(a, i) - Lanes.Load(b, i)
                : Lanes.LoadRest(a, i) - Lanes.LoadRest(b, i);
            ref var sum = ref lane == 0 ? ref s0 : ref lane == 1 ? ref s1 : ref lane == 2 ? ref s2 : ref s3;
            sum = Vector256.FusedMultiplyAdd(d, d, sum);
        }

        return Lanes.Sum((s0 + s1) + (s2 + s3));
    }
}
