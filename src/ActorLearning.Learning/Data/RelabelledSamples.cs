namespace ActorLearning.Learning.Data;

/// <summary>The same examples with other labels: what a learner trains on that poisons its data.</summary>
public sealed class RelabelledSamples : Samples
{
    private readonly Samples samples;
    private readonly byte[] labels;

    /// <summary>Examples under other labels.</summary>
    /// <param name="samples">The examples as they are.</param>
    /// <param name="relabel">The label in place of a right one.</param>
    public RelabelledSamples(Samples samples, Func<int, int> relabel)
    {
        this.samples = samples;
        labels = Array.ConvertAll(samples.Labels.ToArray(), label => (byte)relabel(label));
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Labels => labels;

    /// <inheritdoc/>
    public override int Features => samples.Features;

    /// <inheritdoc/>
    public override float Black(int channel) => samples.Black(channel);

    /// <inheritdoc/>
    public override void Gather(ReadOnlySpan<int> indices, Span<float> features, Span<int> told)
    {
        samples.Gather(indices, features, told);
        for (var i = 0; i < indices.Length; i++)
        {
            told[i] = labels[indices[i]];
        }
    }
}
