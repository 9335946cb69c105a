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

    /// <summary>Length of its slice of the running statistics, which a learner keeps to itself.</summary>
    public virtual int Statistics => 0;

    /// <summary>The tensors that make up its slice of the parameter vector, in order.</summary>
    public virtual IReadOnlyList<NamedTensor> Tensors => [];

    /// <summary>Fills its slice of a start vector.</summary>
    public virtual void Initialize(Span<float> parameters, ref RandomStream random)
    {
    }

    /// <summary>Fills its slice of a learner's first running statistics.</summary>
    public virtual void InitializeStatistics(Span<float> statistics)
    {
    }

    /// <summary>Values it keeps from the way forward for the way back in training.</summary>
    public virtual int Remembers(int batch) => 0;

    /// <summary>Computes the outputs of a batch as a trained model does.</summary>
    public abstract void Forward(in ForwardPass pass, Scratch scratch);

    /// <summary>Computes the outputs of a batch in training; most layers make no difference.</summary>
    public virtual void Train(in ForwardPass pass, in TrainingPass training, ref RandomStream random, Scratch scratch) =>
        Forward(pass, scratch);

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
