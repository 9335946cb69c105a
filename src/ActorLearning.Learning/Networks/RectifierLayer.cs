using ActorLearning.Numerics;

namespace ActorLearning.Learning.Networks;

/// <summary>ReLU, R: max(x, 0); its gradient at 0 is 0.</summary>
public sealed class RectifierLayer(Shape shape) : Layer(shape, shape, 0)
{
    /// <inheritdoc/>
    public override void Forward(in ForwardPass pass, Scratch scratch) =>
        Vectors.Rectify(pass.Inputs, pass.Outputs);

    /// <inheritdoc/>
    public override void Backward(in BackwardPass pass, Scratch scratch)
    {
        if (!pass.InputGradients.IsEmpty)
        {
            Vectors.PassWherePositive(pass.Outputs, pass.OutputGradients, pass.InputGradients);
        }
    }
}
