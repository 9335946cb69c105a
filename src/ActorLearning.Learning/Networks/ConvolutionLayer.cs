using ActorLearning.Numerics;

namespace ActorLearning.Learning.Networks;

/// <summary>
/// Two-dimensional convolution, C(channels): weights stored out × in × kernel × kernel, then one bias a channel.
/// </summary>
/// <remarks>
/// Each image is a matrix product of the weights with the image's patches. Where the geometry allows, the patches are read from
/// the image in place.
/// </remarks>
public sealed class ConvolutionLayer : Layer
{
    private readonly Patches patches;
    private readonly int channels;
    private readonly Convolution? inPlace;
    private readonly SameConvolution? same;

    /// <summary>A convolution over images of shape <paramref name="input"/>.</summary>
    public ConvolutionLayer(Shape input, int channels, int kernel, int stride = 1, int padding = 0)
        : this(channels, new Patches(input.Channels, input.Height, input.Width, kernel, stride, padding), input)
    {
    }

    private ConvolutionLayer(int channels, Patches patches, Shape input)
        : base(input, new Shape(channels, patches.OutputHeight, patches.OutputWidth), channels * patches.Rows + channels)
    {
        (this.patches, this.channels) = (patches, channels);
        inPlace = Convolution.Serves(patches) ? new Convolution(patches, channels) : null;
        same = SameConvolution.Serves(patches) ? new SameConvolution(patches, channels) : null;
    }

    /// <summary>Side of its kernels.</summary>
    public int Kernel => patches.Kernel;

    /// <summary>Pixels from one place of a kernel to the next.</summary>
    public int Stride => patches.Stride;

    /// <summary>Zeros around an image.</summary>
    public int Padding => patches.Padding;

    /// <inheritdoc/>
    public override IReadOnlyList<NamedTensor> Tensors =>
        [new("weight", [channels, Input.Channels, patches.Kernel, patches.Kernel]), new("bias", [channels])];

    /// <inheritdoc/>
    public override void Initialize(Span<float> parameters, ref RandomStream random) =>
        InitializeUniform(parameters, patches.Rows, ref random);

    /// <inheritdoc/>
    public override void Forward(in ForwardPass pass, Scratch scratch)
    {
        var parameters = pass.Parameters;
        var bias = parameters[(channels * patches.Rows)..];
        for (var image = 0; image < pass.Batch; image++)
        {
            var input = pass.Inputs.Slice(image * Input.Size, Input.Size);
            var output = pass.Outputs.Slice(image * Output.Size, Output.Size);
            for (var channel = 0; channel < channels; channel++)
            {
                output.Slice(channel * patches.Columns, patches.Columns).Fill(bias[channel]);
            }

            if (inPlace is not null)
            {
                inPlace.AddForward(parameters, input, output, scratch);
            }
            else if (same is null)
            {
                AddForward(parameters, input, output, scratch);
            }
        }

        same?.AddForward(parameters, pass.Inputs, pass.Outputs, pass.Batch, scratch);
    }

    /// <inheritdoc/>
    public override void Backward(in BackwardPass pass, Scratch scratch)
    {
        BiasGradient(pass);
        pass.InputGradients.Clear();
        if (same is not null)
        {
            same.WeightGradient(pass.Inputs, pass.OutputGradients, pass.ParameterGradients, pass.Batch, scratch);
            if (!pass.InputGradients.IsEmpty)
            {
                same.AddInputGradient(pass.Parameters, pass.OutputGradients, pass.InputGradients, pass.Batch, scratch);
            }

            return;
        }

        if (inPlace is null)
        {
            BackwardThroughPatches(pass, scratch);
            return;
        }

        inPlace.WeightGradient(pass.Inputs, pass.OutputGradients, pass.ParameterGradients, pass.Batch);
        for (var image = 0; image < pass.Batch && !pass.InputGradients.IsEmpty; image++)
        {
            var gradient = pass.OutputGradients.Slice(image * Output.Size, Output.Size);
            inPlace.AddInputGradient(
                pass.Parameters, gradient, pass.InputGradients.Slice(image * Input.Size, Input.Size), scratch);
        }
    }

    private void BiasGradient(in BackwardPass pass)
    {
        var bias = pass.ParameterGradients[(channels * patches.Rows)..];
        bias.Clear();
        for (var image = 0; image < pass.Batch; image++)
        {
            var gradient = pass.OutputGradients.Slice(image * Output.Size, Output.Size);
            for (var channel = 0; channel < channels; channel++)
            {
                bias[channel] += Vectors.Sum(gradient.Slice(channel * patches.Columns, patches.Columns));
            }
        }
    }

    private void AddForward(ReadOnlySpan<float> weights, ReadOnlySpan<float> input, Span<float> output, Scratch scratch)
    {
        var mark = scratch.Position;
        var matrix = scratch.Take(patches.Rows * patches.Columns);
        patches.Gather(input, matrix);
        MatrixMultiply.Multiply(
            weights, matrix, output, m: channels, n: patches.Columns, k: patches.Rows, accumulate: true, scratch);
        scratch.Release(mark);
    }

    private void BackwardThroughPatches(in BackwardPass pass, Scratch scratch)
    {
        var mark = scratch.Position;
        var matrix = scratch.Take(patches.Rows * patches.Columns);
        for (var image = 0; image < pass.Batch; image++)
        {
            var gradient = pass.OutputGradients.Slice(image * Output.Size, Output.Size);
            patches.Gather(pass.Inputs.Slice(image * Input.Size, Input.Size), matrix);
            MatrixMultiply.MultiplyTransposedB(
                gradient, matrix, pass.ParameterGradients,
                m: channels, n: patches.Rows, k: patches.Columns, accumulate: image > 0, scratch);
            if (!pass.InputGradients.IsEmpty)
            {
                MatrixMultiply.MultiplyTransposedA(
                    pass.Parameters, gradient, matrix,
                    m: patches.Rows, n: patches.Columns, k: channels, accumulate: false, scratch);
                patches.Scatter(matrix, pass.InputGradients.Slice(image * Input.Size, Input.Size));
            }
        }

        scratch.Release(mark);
    }
}
