namespace ActorLearning.Learning.Data;

/// <summary>Images kept as bytes, normalised while they are gathered: (value/255 − mean) / deviation, for each channel.</summary>
public sealed class ImageSamples : Samples
{
    private readonly byte[] pixels;
    private readonly byte[] labels;
    private readonly float[][] normalised;
    private readonly int plane;

    /// <summary>Images of <c>pixels.Length / labels.Length</c> bytes each, channel after channel.</summary>
    /// <param name="pixels">All images, one after the other.</param>
    /// <param name="labels">A label for each image.</param>
    /// <param name="channels">Mean and standard deviation of each channel, of values scaled to 0 … 1.</param>
    public ImageSamples(byte[] pixels, byte[] labels, params (double Mean, double Deviation)[] channels)
    {
        (this.pixels, this.labels) = (pixels, labels);
        Features = pixels.Length / labels.Length;
        plane = Features / channels.Length;
        normalised = [.. channels.Select(channel => Table(channel.Mean, channel.Deviation))];
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Labels => labels;

    /// <inheritdoc/>
    public override int Features { get; }

    /// <inheritdoc/>
    public override float Black(int channel) => normalised[channel][0];

    /// <inheritdoc/>
    public override void Gather(ReadOnlySpan<int> indices, Span<float> features, Span<int> labels)
    {
        for (var row = 0; row < indices.Length; row++)
        {
            var image = pixels.AsSpan(indices[row] * Features, Features);
            var target = features.Slice(row * Features, Features);
            for (var channel = 0; channel < normalised.Length; channel++)
            {
                Normalise(image.Slice(channel * plane, plane), normalised[channel], target.Slice(channel * plane, plane));
            }

            labels[row] = this.labels[indices[row]];
        }
    }

    private static void Normalise(ReadOnlySpan<byte> image, float[] table, Span<float> target)
    {
        for (var i = 0; i < image.Length; i++)
        {
            target[i] = table[image[i]];
        }
    }

    private static float[] Table(double mean, double deviation) =>
        [.. Enumerable.Range(0, 256).Select(value => (float)((value / 255.0 - mean) / deviation))];
}
