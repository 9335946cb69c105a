namespace ActorLearning.Numerics;

/// <summary>
/// 3×3 convolution with stride 1 and padding 1 and its two gradients, without a matrix of patches: the output is as large as the
/// input, its width a multiple of eight.
/// </summary>
/// <remarks>
/// Each image is copied once into a frame of zeros and read in place from there. The gradient of the input is the same
/// convolution of the output's gradient with the kernels turned round. Outputs and both gradients are single chains of fused
/// multiply-adds: over (channel, kernel row, kernel column) of what is convolved, the weight gradient over (image, row, column).
/// </remarks>
public sealed partial class SameConvolution
{
    private const int Kernel = 3;
    private const int Taps = Kernel * Kernel;

    private readonly int inputs;
    private readonly int outputs;
    private readonly int height;
    private readonly int width;
    private readonly Convolution forward;
    private readonly Convolution back;

    /// <summary>A convolution to so many output channels.</summary>
    /// <exception cref="ArgumentException">The geometry is not one it serves.</exception>
    public SameConvolution(Patches patches, int channels)
    {
        if (!Serves(patches))
        {
            throw new ArgumentException($"{patches} is not 3×3 of stride 1 with padding 1 and a width in eights.");
        }

        (inputs, outputs, height, width) = (patches.Channels, channels, patches.Height, patches.Width);
        forward = new Convolution(Framed(inputs), outputs);
        back = new Convolution(Framed(outputs), inputs);
    }

    private int FrameWidth => width + 2;

    private int FrameSize => (height + 2) * (width + 2);

    /// <summary>Whether a geometry is one it serves.</summary>
    public static bool Serves(Patches patches) =>
        patches is { Kernel: Kernel, Stride: 1, Padding: 1 } && patches.Width % Lanes.Count == 0;

    /// <summary>outputs ← outputs + weights · patches, image by image.</summary>
    /// <param name="weights">outputs × inputs × 3 × 3.</param>
    /// <param name="images">The batch, one image after the other.</param>
    /// <param name="outputs">Their outputs, with the bias in place.</param>
    /// <param name="batch">Number of images.</param>
    /// <param name="scratch">The thread's memory.</param>
    public void AddForward(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> images, Span<float> outputs, int batch, Scratch scratch) =>
        Convolve(forward, inputs, this.outputs, weights, images, outputs, batch, scratch);

    /// <summary>imageGradients ← imageGradients + what the outputs' gradients say of the images.</summary>
    public void AddInputGradient(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> outputGradients, Span<float> imageGradients, int batch,
        Scratch scratch)
    {
        var mark = scratch.Position;
        var turned = scratch.Take(inputs * outputs * Taps);
        for (var output = 0; output < outputs; output++)
        {
            for (var input = 0; input < inputs; input++)
            {
                var source = weights.Slice((output * inputs + input) * Taps, Taps);
                var target = turned.Slice((input * outputs + output) * Taps, Taps);
                source.CopyTo(target);
                target.Reverse();
            }
        }

        Convolve(back, outputs, inputs, turned, outputGradients, imageGradients, batch, scratch);
        scratch.Release(mark);
    }

    private Patches Framed(int channels) => new(channels, height + 2, width + 2, Kernel, Stride: 1, Padding: 0);

    private void Convolve(
        Convolution convolution, int from, int to, ReadOnlySpan<float> weights, ReadOnlySpan<float> images,
        Span<float> results, int batch, Scratch scratch)
    {
        var mark = scratch.Position;
        var frames = scratch.Take(from * FrameSize);
        frames.Clear();
        for (var image = 0; image < batch; image++)
        {
            Frame(images.Slice(image * from * height * width, from * height * width), frames, from);
            var result = results.Slice(image * to * height * width, to * height * width);
            convolution.AddForward(weights, frames, result, scratch);
        }

        scratch.Release(mark);
    }

    /// <summary>Writes an image into its frames, whose zeros stay.</summary>
    private void Frame(ReadOnlySpan<float> image, Span<float> frames, int channels)
    {
        for (var channel = 0; channel < channels; channel++)
        {
            for (var y = 0; y < height; y++)
            {
                var line = image.Slice((channel * height + y) * width, width);
                line.CopyTo(frames[(channel * FrameSize + (y + 1) * FrameWidth + 1)..]);
            }
        }
    }
}
