using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>What an aggregation made of each model it was given; filled in on the way where somebody asks for it.</summary>
public sealed class AggregationTrace
{
    /// <summary>
    /// The share of each model in the result, mean over the coordinates; 0 for models that were left out. What the shares lack
    /// to 1 is that of the origin or of what the rule remembers.
    /// </summary>
    public double[] Weights { get; private set; } = [];

    /// <summary>
    /// The part of the coordinates in which a rule that looks at each coordinate alone cut a model; behind mixing steps it is the
    /// model mixed in its place. Empty for other rules, and where mixing changes the number of models.
    /// </summary>
    public double[] Cut { get; private set; } = [];

    /// <summary>Tells the weights of the models that were used.</summary>
    internal void Tell(ReadOnlySpan<float[]> all, ReadOnlySpan<double> used) => Weights = Spread(all, used, used.Length, left: 0);

    /// <summary>Follows a coordinate rule through every coordinate.</summary>
    internal void Follow(
        ReadOnlySpan<float[]> all, ReadOnlySpan<float[]> models, MixingMatrix? mixing, CoordinateRule rule, int byzantine)
    {
        var rows = mixing?.Rows ?? models.Length;
        var (shares, cut, length) = (new double[rows], new double[rows], models[0].Length);
        var (column, order, sorted) = (new float[rows], new int[rows], new double[rows]);
        for (var at = 0; at < length; at++)
        {
            Mix(models, mixing, at, column);
            for (var i = 0; i < rows; i++)
            {
                order[i] = i;
            }

            Array.Sort(column, order);
            Array.Clear(sorted);
            rule.Share(column, byzantine, sorted);
            for (int i = 0, end; i < rows; i = end)
            {
                end = EndOfEqual(column, i);
                var (share, isCut) = (Mean(sorted.AsSpan(i, end - i)), MeanCut(sorted.AsSpan(i, end - i)));
                for (var k = i; k < end; k++)
                {
                    shares[order[k]] += share / length;
                    cut[order[k]] += isCut / length;
                }
            }
        }

        Weights = Spread(all, Unmix(shares, mixing, models.Length), models.Length, left: 0);
        Cut = rows == models.Length ? Spread(all, cut, rows, left: 1) : [];
    }

    /// <summary>Whichever of equal values the rule cut, the result is the same: they share alike.</summary>
    private static int EndOfEqual(float[] sorted, int start)
    {
        var end = start + 1;
        while (end < sorted.Length && sorted[end] == sorted[start])
        {
            end++;
        }

        return end;
    }

    private static double Mean(ReadOnlySpan<double> shares)
    {
        var sum = 0.0;
        foreach (var share in shares)
        {
            sum += share;
        }

        return sum / shares.Length;
    }

    private static double MeanCut(ReadOnlySpan<double> shares) => (double)shares.Count(0) / shares.Length;

    private static void Mix(ReadOnlySpan<float[]> models, MixingMatrix? mixing, int at, float[] column)
    {
        for (var i = 0; i < column.Length; i++)
        {
            var value = 0.0;
            for (var j = 0; mixing is not null && j < models.Length; j++)
            {
                value += mixing.Row(i)[j] * models[j][at];
            }

            column[i] = mixing is null ? models[i][at] : (float)value;
        }
    }

    private static double[] Unmix(double[] shares, MixingMatrix? mixing, int models)
    {
        if (mixing is null)
        {
            return shares;
        }

        var unmixed = new double[models];
        for (var i = 0; i < shares.Length; i++)
        {
            for (var j = 0; j < models; j++)
            {
                unmixed[j] += shares[i] * mixing.Row(i)[j];
            }
        }

        return unmixed;
    }

    /// <summary>Puts the values of the models that were used at the places of those models among all.</summary>
    private static double[] Spread(ReadOnlySpan<float[]> all, ReadOnlySpan<double> used, int count, double left)
    {
        var spread = new double[all.Length];
        for (int i = 0, next = 0; i < all.Length; i++)
        {
            spread[i] = count == all.Length || Vectors.AllFinite(all[i]) ? used[next++] : left;
        }

        return spread;
    }
}
