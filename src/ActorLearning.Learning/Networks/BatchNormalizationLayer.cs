using ActorLearning.Numerics;

namespace ActorLearning.Learning.Networks;

/// <summary>
/// Batch normalisation, B: each channel of a batch is brought to mean β and deviation γ; γ and β are its parameters, γ first.
/// </summary>
/// <remarks>
/// Ioffe and Szegedy 2015. In training with the mean and the biased variance of the batch; a model in use with running ones,
/// which move by a tenth of the way in every step, the variance by the unbiased one: as the common tensor libraries do. The
/// running statistics, means then variances, belong to the learner and are not exchanged. Sums run over one image's channel in
/// float, over the batch in double.
/// </remarks>
public sealed class BatchNormalizationLayer(Shape shape) : Layer(shape, shape, 2 * shape.Channels)
{
    /// <summary>What is added to a variance, so that no channel is divided by 0.</summary>
    public const double Smallest = 1e-5;

    /// <summary>How far a batch moves the running statistics.</summary>
    public const double Step = 0.1;

    private readonly int channels = shape.Channels;
    private readonly int plane = shape.Height * shape.Width;

    /// <inheritdoc/>
    public override IReadOnlyList<NamedTensor> Tensors => [new("weight", [channels]), new("bias", [channels])];

    /// <inheritdoc/>
    public override int Statistics => 2 * channels;

    /// <inheritdoc/>
    public override void Initialize(Span<float> parameters, ref RandomStream random)
    {
        parameters[..channels].Fill(1);
        parameters[channels..].Clear();
    }

    /// <inheritdoc/>
    public override void InitializeStatistics(Span<float> statistics)
    {
        statistics[..channels].Clear();
        statistics[channels..].Fill(1);
    }

    /// <summary>Mean and 1/deviation of each channel.</summary>
    public override int Remembers(int batch) => 2 * channels;

    /// <inheritdoc/>
    public override void Forward(in ForwardPass pass, Scratch scratch)
    {
        for (var channel = 0; channel < channels; channel++)
        {
            var (mean, scale) = (pass.Statistics[channel], Scale(pass.Statistics[channels + channel]));
            Normalise(pass, channel, mean, scale);
        }
    }

    /// <inheritdoc/>
    public override void Train(in ForwardPass pass, in TrainingPass training, ref RandomStream random, Scratch scratch)
    {
        var count = (double)pass.Batch * plane;
        for (var channel = 0; channel < channels; channel++)
        {
            var (sum, squares) = (0.0, 0.0);
            for (var image = 0; image < pass.Batch; image++)
            {
                sum += Vectors.Sum(pass.Inputs.Slice(Start(image, channel), plane));
            }

            var mean = (float)(sum / count);
            for (var image = 0; image < pass.Batch; image++)
            {
                var values = pass.Inputs.Slice(Start(image, channel), plane);
                squares += Vectors.CentredDot(values, mean, values, mean);
            }

            var scale = Scale(squares / count);
            (training.Memory[channel], training.Memory[channels + channel]) = (mean, scale);
            Move(ref training.Statistics[channel], mean);
            Move(ref training.Statistics[channels + channel], squares / Math.Max(1, count - 1));
            Normalise(pass, channel, mean, scale);
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// With x̂ = (x − μ)/σ and N values a channel: ∂γ = Σ ∂y x̂, ∂β = Σ ∂y, ∂x = γ/σ (∂y − ∂β/N − x̂ ∂γ/N).
    /// </remarks>
    public override void Backward(in BackwardPass pass, Scratch scratch)
    {
        var count = (double)pass.Batch * plane;
        for (var channel = 0; channel < channels; channel++)
        {
            var (mean, scale) = (pass.Memory[channel], pass.Memory[channels + channel]);
            var (products, sum) = (0.0, 0.0);
            for (var image = 0; image < pass.Batch; image++)
            {
                var gradient = pass.OutputGradients.Slice(Start(image, channel), plane);
                sum += Vectors.Sum(gradient);
                products += Vectors.CentredDot(gradient, 0, pass.Inputs.Slice(Start(image, channel), plane), mean);
            }

            pass.ParameterGradients[channel] = (float)(products * scale);
            pass.ParameterGradients[channels + channel] = (float)sum;
            if (pass.InputGradients.IsEmpty)
            {
                continue;
            }

            var slope = (double)pass.Parameters[channel] * scale;
            var factor = -slope * products * scale * scale / count;
            var shift = -slope * sum / count - factor * mean;
            for (var image = 0; image < pass.Batch; image++)
            {
                var start = Start(image, channel);
                Vectors.Affine(
                    (float)slope, pass.OutputGradients.Slice(start, plane), (float)factor, pass.Inputs.Slice(start, plane),
                    (float)shift, pass.InputGradients.Slice(start, plane));
            }
        }
    }

    private static float Scale(double variance) => (float)(1 / Math.Sqrt(variance + Smallest));

    private static void Move(ref float statistic, double towards) =>
        statistic = (float)((1 - Step) * statistic + Step * towards);

    private void Normalise(in ForwardPass pass, int channel, float mean, float scale)
    {
        var factor = pass.Parameters[channel] * scale;
        var shift = MathF.FusedMultiplyAdd(-mean, factor, pass.Parameters[channels + channel]);
        for (var image = 0; image < pass.Batch; image++)
        {
            var start = Start(image, channel);
            Vectors.Affine(factor, pass.Inputs.Slice(start, plane), shift, pass.Outputs.Slice(start, plane));
        }
    }

    private int Start(int image, int channel) => (image * channels + channel) * plane;
}
