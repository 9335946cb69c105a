using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>Squared distances between models: all that Krum, nearest-neighbour mixing and their kin look at.</summary>
/// <remarks>
/// Where a step or a rule needs norms, the origin is one more point; where a rule needs its state's vector, that is one more.
/// Lives in a workspace and is overwritten by the next aggregation.
/// </remarks>
public sealed class Geometry
{
    private double[] squared = [];
    private double[] product = [];
    private int points;
    private int origin;

    /// <summary>Number of models.</summary>
    public int Count { get; private set; }

    /// <summary>‖xᵢ − xⱼ‖².</summary>
    public double Squared(int i, int j) => squared[i * points + j];

    /// <summary>The squared distances from one model to every model, itself included.</summary>
    public ReadOnlySpan<double> Row(int i) => squared.AsSpan(i * points, Count);

    /// <summary>The squared norms of the models; only where they were asked for.</summary>
    public ReadOnlySpan<double> SquaredNorms => squared.AsSpan((Count + Origin) * points, Count);

    /// <summary>The squared distances of the models to the state's vector; only where they were asked for.</summary>
    public ReadOnlySpan<double> ToStateVector => squared.AsSpan((points - 1) * points, Count);

    private int Origin => origin >= 0 ? origin : throw new InvalidOperationException("Norms were not asked for.");

    /// <summary>Measures the distances between the given models.</summary>
    public void Measure(ReadOnlySpan<float[]> models) => Measure(models, models.Length, hasOrigin: false);

    /// <summary>No distances, only the number of models.</summary>
    public void Skip(int count) => Resize(count, count, -1);

    /// <summary>Measures the distances between the first <paramref name="count"/> points, the models, and those behind
    /// them.</summary>
    internal void Measure(ReadOnlySpan<float[]> all, int count, bool hasOrigin)
    {
        Resize(count, all.Length, hasOrigin ? 0 : -1);
        Distances.AllSquared(all, squared);
    }

    /// <summary>
    /// The distances between the models mixed from those of <paramref name="source"/>, without looking at a coordinate.
    /// </summary>
    /// <remarks>
    /// With mixing rows a, b that each sum to 1 and D the squared distances, ‖Σ(aₖ−bₖ)xₖ‖² = −½ (a−b)ᵀD(a−b) = aᵀDb − ½aᵀDa −
    /// ½bᵀDb. What a row lacks to 1 is the share of the origin. The points behind the models stay where they are.
    /// </remarks>
    public void Transform(Geometry source, MixingMatrix mixing)
    {
        var (rows, columns, extra) = (mixing.Rows, mixing.Columns, source.points - source.Count);
        Resize(rows, rows + extra, source.origin);
        if (product.Length < points * source.points)
        {
            product = new double[points * source.points];
        }

        for (var i = 0; i < points; i++)
        {
            for (var k = 0; k < source.points; k++)
            {
                product[i * source.points + k] = source.Sum(mixing, i, source.squared.AsSpan(k * source.points, source.points));
            }
        }

        for (var i = 0; i < points; i++)
        {
            for (var j = 0; j < points; j++)
            {
                squared[i * points + j] = source.Sum(mixing, j, product.AsSpan(i * source.points, source.points));
            }
        }

        Combine();
    }

    /// <summary>From aᵀDb of every pair to the squared distances.</summary>
    private void Combine()
    {
        for (var i = 0; i < points; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var distance = squared[i * points + j] - 0.5 * (squared[i * points + i] + squared[j * points + j]);

                // ∞ − ∞: one of the two has a share of a model too far away to measure, and is as far away itself.
                distance = double.IsNaN(distance) ? double.PositiveInfinity : Math.Max(0, distance);
                squared[i * points + j] = squared[j * points + i] = distance;
            }
        }

        for (var i = 0; i < points; i++)
        {
            squared[i * points + i] = 0;
        }
    }

    /// <summary>Σ shareⱼ·valueⱼ over all points, the shares those of mixed point i.</summary>
    private double Sum(MixingMatrix mixing, int i, ReadOnlySpan<double> values)
    {
        if (i >= mixing.Rows)
        {
            return values[Count + i - mixing.Rows];
        }

        var shares = mixing.Row(i);
        var sum = Sum(shares, values);
        if (origin < 0)
        {
            return sum;
        }

        var rest = 1.0;
        foreach (var share in shares)
        {
            rest -= share;
        }

        // What is no more than rounding is no share.
        return Math.Abs(rest) < 1e-12 ? sum : sum + rest * values[Count + origin];
    }

    /// <summary>Σ shareᵢ·valueᵢ; where there is no share of it, even an infinite value counts for nothing.</summary>
    private static double Sum(ReadOnlySpan<double> shares, ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            sum += shares[i] == 0 ? 0 : shares[i] * values[i];
        }

        return sum;
    }

    private void Resize(int count, int all, int originAt)
    {
        (Count, points, origin) = (count, all, originAt);
        if (squared.Length < all * all)
        {
            squared = new double[all * all];
        }
    }
}
