using System.Runtime.Intrinsics;
using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Attacks;

/// <summary>Mean and unbiased standard deviation of each coordinate over several models.</summary>
internal static class CoordinateStatistics
{
    /// <summary>result ← scale · (mean + factor · deviation). Of one model the deviation is 0.</summary>
    public static void Combine(ReadOnlySpan<float[]> models, float scale, float factor, Span<float> result)
    {
        var (count, rest) = (1f / models.Length, models.Length > 1 ? 1f / (models.Length - 1) : 0);
        for (var start = 0; start < result.Length; start += Lanes.Count)
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
