using ActorLearning.Numerics;

namespace ActorLearning.Learning.Networks;

/// <summary>Fully connected layer, L(outputs): y = W x + b, W stored outputs × inputs, then b.</summary>
public sealed class DenseLayer(Shape input, int outputs)
    : Layer(input, new Shape(outputs, 1, 1), outputs * input.Size + outputs)
{
    private readonly int inputs = input.Size;
    private readonly int outputs = outputs;

    /// <inheritdoc/>
    public override IReadOnlyList<NamedTensor> Tensors => [new("weight", [outputs, inputs]), new("bias", [outputs])];

    /// <inheritdoc/>
    public override void Initialize(Span<float> parameters, ref RandomStream random) =>
        InitializeUniform(parameters, inputs, ref random);

    /// <inheritdoc/>
    public override void Forward(in ForwardPass pass, Scratch scratch)
    {
        var bias = pass.Parameters[(outputs * inputs)..];
        for (var row = 0; row < pass.Batch; row++)
        {
            bias.CopyTo(pass.Outputs.Slice(row * outputs, outputs));
        }

        MatrixMultiply.MultiplyTransposedB(
            pass.Inputs, pass.Parameters, pass.Outputs, m: pass.Batch, n: outputs, k: inputs, accumulate: true, scratch);
    }

    /// <inheritdoc/>
    public override void Backward(in BackwardPass pass, Scratch scratch)
    {
        var bias = pass.ParameterGradients[(outputs * inputs)..];
        bias.Clear();
        for (var row = 0; row < pass.Batch; row++)
        {
            Vectors.AddScaled(1, pass.OutputGradients.Slice(row * outputs, outputs), bias);
        }

        MatrixMultiply.MultiplyTransposedA(
            pass.OutputGradients, pass.Inputs, pass.ParameterGradients,
            m: outputs, n: inputs, k: pass.Batch, accumulate: false, scratch);
        if (!pass.InputGradients.IsEmpty)
        {
            MatrixMultiply.Multiply(
                pass.OutputGradients, pass.Parameters, pass.InputGradients,
                m: pass.Batch, n: inputs, k: outputs, accumulate: false, scratch);
        }
    }
}
