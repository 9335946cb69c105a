using ActorLearning.Numerics;

namespace ActorLearning.Learning.Networks;

/// <summary>One layer of a network: a function of its input and its slice of the parameter vector.</summary>
/// <param name="input">Shape of an example on the way in.</param>
/// <param name="output">Shape of an example on the way out.</param>
/// <param name="parameters">Length of its slice of the parameter vector.</param>
public abstract class Layer(Shape input, Shape output, int parameters)
{
    /// <summary>Shape of an example on the way in.</summary>
    public Shape Input { get; } = input;

    /// <summary>Shape of an example on the way out.</summary>
    public Shape Output { get; } = output;

    /// <summary>Length of its slice of the parameter vector.</summary>
    public int Parameters { get; } = parameters;

    /// <summary>Fills its slice of a start vector.</summary>
    public virtual void Initialize(Span<float> parameters, ref RandomStream random)
    {
    }

    /// <summary>Computes the outputs of a batch.</summary>
    public abstract void Forward(
        ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> outputs, int batch, Scratch scratch);

    /// <summary>Overwrites the gradient of its parameters and, where that span is not empty, of its inputs.</summary>
    public abstract void Backward(in BackwardPass pass, Scratch scratch);

    /// <summary>Uniform in ±1/√fanIn for weights and biases, the default of the common tensor libraries.</summary>
    protected static void InitializeUniform(Span<float> parameters, int fanIn, ref RandomStream random)
    {
        var bound = (float)(1 / Math.Sqrt(fanIn));
        foreach (ref var value in parameters)
        {
            value = (2 * random.NextFloat() - 1) * bound;
        }
    }
}
