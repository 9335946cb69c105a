namespace ActorLearning.Robustness.Aggregation;

/// <summary>Mixed models as linear combinations: row i holds the coefficients of mixed model i over the models before.</summary>
public sealed class MixingMatrix
{
    private double[] coefficients = [];

    /// <summary>Number of mixed models.</summary>
    public int Rows { get; private set; }

    /// <summary>Number of models they are mixed from.</summary>
    public int Columns { get; private set; }

    /// <summary>Memory to work in while they are mixed.</summary>
    internal WeighingMemory Memory { get; } = new();

    /// <summary>The coefficients of one mixed model.</summary>
    public Span<double> Row(int i) => coefficients.AsSpan(i * Columns, Columns);

    /// <summary>Makes it an all-zero matrix of the given size.</summary>
    public void Reset(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        Memory.Restart();
        if (coefficients.Length < rows * columns)
        {
            coefficients = new double[rows * columns];
        }

        coefficients.AsSpan(0, rows * columns).Clear();
    }

    /// <summary>Writes the coefficients row after row, as the kernels want them.</summary>
    internal void CopyTo(Span<float> target)
    {
        for (var i = 0; i < Rows * Columns; i++)
        {
            target[i] = (float)coefficients[i];
        }
    }

    /// <summary>
    /// Overwrites it with <paramref name="later"/> · <paramref name="earlier"/>: first the earlier mixing, then the later.
    /// </summary>
    public void Compose(MixingMatrix later, MixingMatrix earlier)
    {
        Reset(later.Rows, earlier.Columns);
        for (var i = 0; i < later.Rows; i++)
        {
            var target = Row(i);
            for (var k = 0; k < later.Columns; k++)
            {
                var factor = later.Row(i)[k];
                var source = earlier.Row(k);
                for (var j = 0; j < target.Length && factor != 0; j++)
                {
                    target[j] += factor * source[j];
                }
            }
        }
    }
}
