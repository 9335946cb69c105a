using ActorLearning.Numerics;

namespace ActorLearning.Learning.Networks;

/// <summary>
/// Maximum over squares of 2×2, M; a last odd row or column is left out. The gradient goes to the first maximum.
/// </summary>
/// <remarks>
/// Image by image: its upper and its lower lines are brought together, so that short lines fill the registers too.
/// </remarks>
public sealed class MaxPoolLayer(Shape input)
    : Layer(input, new Shape(input.Channels, input.Height / 2, input.Width / 2), 0)
{
    /// <inheritdoc/>
    public override void Forward(in ForwardPass pass, Scratch scratch)
    {
        var mark = scratch.Position;
        var lines = scratch.Take(4 * Output.Size);
        var (top, bottom) = (2 * Output.Size, 4 * Output.Size);
        for (var image = 0; image < pass.Batch; image++)
        {
            Gather(pass.Inputs.Slice(image * Input.Size, Input.Size), lines);
            Pooling.Greatest(lines[..top], lines[top..bottom], pass.Outputs.Slice(image * Output.Size, Output.Size));
        }

        scratch.Release(mark);
    }

    /// <inheritdoc/>
    public override void Backward(in BackwardPass pass, Scratch scratch)
    {
        if (pass.InputGradients.IsEmpty)
        {
            return;
        }

        var mark = scratch.Position;
        var lines = scratch.Take(4 * Output.Size);
        var gradients = scratch.Take(4 * Output.Size);
        var half = 2 * Output.Size;
        if (Input.Height % 2 == 1 || Input.Width % 2 == 1)
        {
            pass.InputGradients.Clear();
        }

        for (var image = 0; image < pass.Batch; image++)
        {
            Gather(pass.Inputs.Slice(image * Input.Size, Input.Size), lines);
            Pooling.Spread(
                lines[..half], lines[half..], pass.Outputs.Slice(image * Output.Size, Output.Size),
                pass.OutputGradients.Slice(image * Output.Size, Output.Size), gradients[..half], gradients[half..]);
            Scatter(gradients, pass.InputGradients.Slice(image * Input.Size, Input.Size));
        }

        scratch.Release(mark);
    }

    /// <summary>The upper lines of an image, then the lower ones, without a last odd column.</summary>
    private void Gather(ReadOnlySpan<float> image, Span<float> lines)
    {
        var length = 2 * Output.Width;
        for (var line = 0; line < Input.Channels * Output.Height; line++)
        {
            var start = Start(line);
            image.Slice(start, length).CopyTo(lines[(line * length)..]);
            image.Slice(start + Input.Width, length).CopyTo(lines[(2 * Output.Size + line * length)..]);
        }
    }

    private void Scatter(ReadOnlySpan<float> lines, Span<float> image)
    {
        var length = 2 * Output.Width;
        for (var line = 0; line < Input.Channels * Output.Height; line++)
        {
            var start = Start(line);
            lines.Slice(line * length, length).CopyTo(image[start..]);
            lines.Slice(2 * Output.Size + line * length, length).CopyTo(image[(start + Input.Width)..]);
        }
    }

    /// <summary>Where the upper of the two input lines behind an output line starts.</summary>
    private int Start(int line)
    {
        var (plane, row) = Math.DivRem(line, Output.Height);
        return (plane * Input.Height + 2 * row) * Input.Width;
    }
}
