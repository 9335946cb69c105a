namespace ActorLearning.Learning.Data;

/// <summary>Rows of numbers, kept as they are gathered.</summary>
/// <param name="values">All rows, one after the other.</param>
/// <param name="labels">A label for each row.</param>
public sealed class TableSamples(float[] values, byte[] labels) : Samples
{
    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Labels => labels;

    /// <inheritdoc/>
    public override int Features { get; } = values.Length / Math.Max(1, labels.Length);

    /// <inheritdoc/>
    public override void Gather(ReadOnlySpan<int> indices, Span<float> features, Span<int> labels)
    {
        for (var row = 0; row < indices.Length; row++)
        {
            values.AsSpan(indices[row] * Features, Features).CopyTo(features[(row * Features)..]);
            labels[row] = Labels[indices[row]];
        }
    }
}
