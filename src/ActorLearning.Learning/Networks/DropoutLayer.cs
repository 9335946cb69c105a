using ActorLearning.Numerics;

namespace ActorLearning.Learning.Networks;

/// <summary>
/// Dropout, D(rate): in training each value is zero with probability rate, and what stays is divided by 1 − rate.
/// </summary>
/// <remarks>Srivastava et al. 2014. Nothing happens to a model in use.</remarks>
public sealed class DropoutLayer(Shape shape, double rate) : Layer(shape, shape, 0)
{
    private readonly uint dropped = (uint)(rate * uint.MaxValue);
    private readonly float scale = (float)(1 / (1 - rate));

    /// <summary>The factor of each value: 0 or 1/(1 − rate).</summary>
    public override int Remembers(int batch) => batch * Input.Size;

    /// <inheritdoc/>
    public override void Forward(in ForwardPass pass, Scratch scratch) => pass.Inputs.CopyTo(pass.Outputs);

    /// <summary>Draws the factor of each value of a batch, one example after the other.</summary>
    public void Draw(Span<float> factors, ref RandomStream random)
    {
        foreach (ref var factor in factors)
        {
            factor = random.NextUInt32() < dropped ? 0 : scale;
        }
    }

    /// <inheritdoc/>
    public override void Train(in ForwardPass pass, in TrainingPass training, ref RandomStream random, Scratch scratch)
    {
        Draw(training.Memory, ref random);
        Vectors.Multiply(pass.Inputs, training.Memory, pass.Outputs);
    }

    /// <inheritdoc/>
    public override void Backward(in BackwardPass pass, Scratch scratch)
    {
        if (!pass.InputGradients.IsEmpty)
        {
            Vectors.Multiply(pass.OutputGradients, pass.Memory, pass.InputGradients);
        }
    }
}
