using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>The one pass over all coordinates that ends an aggregation, a cache-sized block at a time.</summary>
internal static class BlockPass
{
    // A block of all models fits the first-level cache, and a row of it several registers.
    private const int BlockValues = 4096;
    private const int LeastWidth = 64;
    private const int MostWidth = 256;

    /// <summary>Mixes (where there is a matrix), sorts and combines each coordinate.</summary>
    public static void Combine(
        ReadOnlySpan<float[]> models, MixingMatrix? mixing, CoordinateRule rule, int byzantine, Span<float> result,
        AggregationWorkspace workspace)
    {
        var scratch = workspace.Scratch;
        var mark = scratch.Position;
        var count = mixing?.Rows ?? models.Length;
        var width = Math.Clamp(BlockValues / models.Length / LeastWidth * LeastWidth, LeastWidth, MostWidth);
        var loaded = scratch.Take(models.Length * width);
        var factors = scratch.Take(mixing is null ? 0 : count * models.Length);
        var values = mixing is null ? loaded : scratch.Take(count * width);
        var network = workspace.NetworkFor(count);
        mixing?.CopyTo(factors);
        for (var start = 0; start < result.Length; start += width)
        {
            Load(models, start, Math.Min(width, result.Length - start), loaded, width);
            if (mixing is not null)
            {
                MatrixMultiply.MultiplyInPlace(factors, loaded, values, m: count, n: width, k: models.Length);
            }

            network.Sort(values, width);
            for (var at = 0; at < width && start + at < result.Length; at += Lanes.Count)
            {
                Lanes.StorePadded(rule.Combine(new SortedColumns(values, at, width), byzantine), result, start + at);
            }
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

    /// <summary>A block of every model; adding +0 turns −0 into +0, whose order min and max leave open.</summary>
    private static void Load(ReadOnlySpan<float[]> models, int start, int length, Span<float> block, int width)
    {
        for (var j = 0; j < models.Length; j++)
        {
            var source = models[j].AsSpan(start, length);
            var target = block.Slice(j * width, width);
            Vectors.Add(0, source, target[..length]);
            target[length..].Clear();
        }
    }
}
