using System.Runtime.Intrinsics;
using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Attacks;

/// <summary>Mean and unbiased standard deviation of each coordinate over several models.</summary>
internal static class CoordinateStatistics
{
    private const int Block = 32;

    /// <summary>result ← scale · (mean + factor · deviation). Of one model the deviation is 0.</summary>
    public static void Combine(ReadOnlySpan<float[]> models, float scale, float factor, Span<float> result)
    {
        var (count, rest) = (1f / models.Length, models.Length > 1 ? 1f / (models.Length - 1) : 0);
        var start = 0;
        for (; start <= result.Length - Block; start += Block)
        {
            CombineBlock(models, start, (count, rest), scale, factor, result);
        }

        for (; start < result.Length; start += Lanes.Count)
        {
            var sum = Vector256<float>.Zero;
            foreach (var model in models)
            {
                sum += Lanes.LoadPadded(model, start);
            }

            var mean = sum * count;
            var forged = factor == 0 ? mean : Vector256.FusedMultiplyAdd(
                Deviation(models, start, mean, rest), Vector256.Create(factor), mean);
            Lanes.StorePadded(forged * scale, result, start);
        }
    }

    /// <summary>Two cache lines of every model at once; each coordinate is summed as it is alone.</summary>
    private static void CombineBlock(
        ReadOnlySpan<float[]> models, int start, (float Count, float Others) shares, float scale, float factor,
        Span<float> result)
    {
        Vector512<float> a = default, b = default, c = default, d = default;
        foreach (var model in models)
        {
            ref var at = ref model[start];
            a += Vector512.LoadUnsafe(ref at);
            b += Vector512.LoadUnsafe(ref at, 16);
        }

        var (low, high) = (a * shares.Count, b * shares.Count);
        if (factor != 0)
        {
            foreach (var model in models)
            {
                ref var at = ref model[start];
                var (x, y) = (Vector512.LoadUnsafe(ref at) - low, Vector512.LoadUnsafe(ref at, 16) - high);
                c = Vector512.FusedMultiplyAdd(x, x, c);
                d = Vector512.FusedMultiplyAdd(y, y, d);
            }

            var factors = Vector512.Create(factor);
            low = Vector512.FusedMultiplyAdd(Vector512.Sqrt(c * shares.Others), factors, low);
            high = Vector512.FusedMultiplyAdd(Vector512.Sqrt(d * shares.Others), factors, high);
        }

        (low * scale).CopyTo(result[start..]);
        (high * scale).CopyTo(result[(start + 16)..]);
    }

    private static Vector256<float> Deviation(ReadOnlySpan<float[]> models, int start, Vector256<float> mean, float rest)
    {
        var squares = Vector256<float>.Zero;
        foreach (var model in models)
        {
            var apart = Lanes.LoadPadded(model, start) - mean;
            squares = Vector256.FusedMultiplyAdd(apart, apart, squares);
        }

        return Vector256.Sqrt(squares * rest);
    }
}
