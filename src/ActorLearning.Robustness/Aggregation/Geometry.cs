using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>Squared distances between models: all that Krum, nearest-neighbour mixing and their kin look at.</summary>
/// <remarks>Lives in a workspace and is overwritten by the next aggregation.</remarks>
public sealed class Geometry
{
    private double[] squared = [];
    private double[] product = [];

    /// <summary>Number of models.</summary>
    public int Count { get; private set; }

    /// <summary>‖xᵢ − xⱼ‖².</summary>
    public double Squared(int i, int j) => squared[i * Count + j];

    /// <summary>The squared distances from one model to every model, itself included.</summary>
    public ReadOnlySpan<double> Row(int i) => squared.AsSpan(i * Count, Count);

    /// <summary>Measures the distances between the given models.</summary>
    public void Measure(ReadOnlySpan<float[]> models)
    {
        Resize(models.Length);
        Distances.AllSquared(models, squared);
    }

    /// <summary>No distances, only the number of models.</summary>
    public void Skip(int count) => Resize(count);

    /// <summary>
    /// The distances between the models mixed from those of <paramref name="source"/>, without looking at a coordinate.
    /// </summary>
    /// <remarks>
    /// With mixing rows a, b that each sum to 1 and D the squared distances, ‖Σ(aₖ−bₖ)xₖ‖² = −½ (a−b)ᵀD(a−b) = aᵀDb − ½aᵀDa −
    /// ½bᵀDb.
    /// </remarks>
    public void Transform(Geometry source, MixingMatrix mixing)
    {
        var (rows, columns) = (mixing.Rows, mixing.Columns);
        Resize(rows);
        if (product.Length < rows * columns)
        {
            product = new double[rows * columns];
        }

        for (var i = 0; i < rows; i++)
        {
            for (var k = 0; k < columns; k++)
            {
                product[i * columns + k] = Sum(mixing.Row(i), source.Row(k));
            }
        }

        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < rows; j++)
            {
                squared[i * rows + j] = Sum(mixing.Row(j), product.AsSpan(i * columns, columns));
            }
        }

        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var distance = squared[i * rows + j] - 0.5 * (squared[i * rows + i] + squared[j * rows + j]);

                // ∞ − ∞: one of the two has a share of a model too far away to measure, and is as far away itself.
                distance = double.IsNaN(distance) ? double.PositiveInfinity : Math.Max(0, distance);
                squared[i * rows + j] = squared[j * rows + i] = distance;
            }
        }

        for (var i = 0; i < rows; i++)
        {
            squared[i * rows + i] = 0;
        }
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

    private void Resize(int count)
    {
        Count = count;
        if (squared.Length < count * count)
        {
            squared = new double[count * count];
        }
    }
}
