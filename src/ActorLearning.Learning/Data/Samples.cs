namespace ActorLearning.Learning.Data;

/// <summary>Labelled examples that can be gathered into batches by index. Immutable, shared by all threads.</summary>
public abstract class Samples
{
    /// <summary>The label of each example, counted from 0.</summary>
    public abstract ReadOnlySpan<byte> Labels { get; }

    /// <summary>Values of one example.</summary>
    public abstract int Features { get; }

    /// <summary>How many examples.</summary>
    public int Count => Labels.Length;

    /// <summary>What black is in a channel of gathered images; 0 where examples are no images.</summary>
    public virtual float Black(int channel) => 0;

    /// <summary>Writes the examples of the given indices side by side.</summary>
    /// <param name="indices">Which examples, in order.</param>
    /// <param name="features">indices · features values, overwritten.</param>
    /// <param name="labels">A label for each index, overwritten.</param>
    public abstract void Gather(ReadOnlySpan<int> indices, Span<float> features, Span<int> labels);
}
