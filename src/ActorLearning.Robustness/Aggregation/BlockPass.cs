using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>The one pass over all coordinates that ends an aggregation, eight coordinates at a time.</summary>
internal static class BlockPass
{
    /// <summary>Mixes (where there is a matrix) and combines each coordinate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Combine(
        ReadOnlySpan<float[]> models, MixingMatrix? mixing, CoordinateRule rule, int byzantine, Span<float> result,
            Scratch scratch)
    {
        var mark = scratch.Position;
        var columns = MemoryMarshal.Cast<float, Vector256<float>>(scratch.Take(models.Length * Lanes.Count));
        var mixer = mixing is null ? default : new BlockMixer(mixing, scratch);
        for (var start = 0; start < result.Length; start += Lanes.Count)
        {
            Load(models, start, columns);
            var combined = rule.Combine(mixing is null ? columns : mixer.Mix(columns), byzantine);
            Lanes.StorePadded(combined, result, start);
        }

        scratch.Release(mark);
    }

    /// <summary>result ← Σ wⱼ xⱼ in the order of the models; models of weight zero are not read.</summary>
    public static void WeightedSum(ReadOnlySpan<float[]> models, ReadOnlySpan<double> weights, Span<float> result)
    {
        const int block = 2048;
        for (var start = 0; start < result.Length; start += block)
        {
            var target = result.Slice(start, Math.Min(block, result.Length - start));
            target.Clear();
            for (var j = 0; j < models.Length; j++)
            {
                if (weights[j] != 0)
                {
                    Vectors.AddScaled((float)weights[j], models[j].AsSpan(start, target.Length), target);
                }
            }
        }
    }

    /// <summary>Eight coordinates of every model; adding +0 turns −0 into +0, whose order min and max leave open.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(ReadOnlySpan<float[]> models, int start, Span<Vector256<float>> columns)
    {
        for (var j = 0; j < models.Length; j++)
        {
            columns[j] = Lanes.LoadPadded(models[j], start) + Vector256<float>.Zero;
        }
    }
}
