namespace ActorLearning.Learning.Objectives;

/// <summary>Examples side by side: <c>Size</c> rows of features and a label for each.</summary>
/// <param name="features">Size · features values, one example after the other; an image is channels × height × width.</param>
/// <param name="labels">Size labels, counted from 0.</param>
public readonly ref struct Batch(ReadOnlySpan<float> features, ReadOnlySpan<int> labels)
{
    /// <summary>The features of all examples.</summary>
    public ReadOnlySpan<float> Features { get; } = features;

    /// <summary>The label of each example.</summary>
    public ReadOnlySpan<int> Labels { get; } = labels;

    /// <summary>How many examples.</summary>
    public int Size => Labels.Length;
}
