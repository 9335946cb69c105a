using ActorLearning.Numerics;

namespace ActorLearning.Learning.Networks;

/// <summary>
/// Maximum over squares of 2×2, M; a last odd row or column is left out. The gradient goes to the first maximum.
/// </summary>
public sealed class MaxPoolLayer(Shape input)
    : Layer(input, new Shape(input.Channels, input.Height / 2, input.Width / 2), 0)
{
    /// <inheritdoc/>
    public override void Forward(in ForwardPass pass, Scratch scratch)
    {
        var (width, half) = (Input.Width, Output.Width);
        for (var line = 0; line < pass.Batch * Input.Channels * Output.Height; line++)
        {
            var top = pass.Inputs.Slice(Start(line), 2 * half);
            var bottom = pass.Inputs.Slice(Start(line) + width, 2 * half);
            var target = pass.Outputs.Slice(line * half, half);
            for (var x = 0; x < target.Length; x++)
            {
                var upper = Greater(top[2 * x], top[2 * x + 1]);
                target[x] = Greater(upper, Greater(bottom[2 * x], bottom[2 * x + 1]));
            }
        }
    }

    /// <inheritdoc/>
    public override void Backward(in BackwardPass pass, Scratch scratch)
    {
        if (pass.InputGradients.IsEmpty)
        {
            return;
        }

        var (width, half) = (Input.Width, Output.Width);
        pass.InputGradients.Clear();
        for (var line = 0; line < pass.Batch * Input.Channels * Output.Height; line++)
        {
            var start = Start(line);
            for (var x = 0; x < half; x++)
            {
                var at = start + 2 * x;
                var greatest = pass.Outputs[line * half + x];
                var first = pass.Inputs[at] == greatest ? at
                    : pass.Inputs[at + 1] == greatest ? at + 1
                    : pass.Inputs[at + width] == greatest ? at + width : at + width + 1;
                pass.InputGradients[first] = pass.OutputGradients[line * half + x];
            }
        }
    }

    /// <summary>Where the upper of the two input lines behind an output line starts.</summary>
    private int Start(int line)
    {
        var (plane, row) = Math.DivRem(line, Output.Height);
        return (plane * Input.Height + 2 * row) * Input.Width;
    }

    private static float Greater(float a, float b) => a >= b ? a : b;
}
