using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Networks;

/// <summary>
/// A feed-forward network ending in log-softmax with negative log-likelihood, as an objective over one flat vector.
/// </summary>
/// <remarks>Parameters lie layer after layer, weights before biases, in the order and layout of the common tensor
/// libraries.</remarks>
public sealed class Network : IObjective
{
    private readonly Layer[] layers;
    private readonly int[] parameterStarts;
    private readonly int[] outputStarts;
    private readonly int widest;

    /// <summary>A network of layers, each fitting the one before.</summary>
    public Network(string name, IEnumerable<Layer> layers)
    {
        (Name, this.layers) = (name, [.. layers]);
        parameterStarts = Starts(layer => layer.Parameters);
        outputStarts = Starts(layer => layer.Output.Size);
        widest = this.layers.Max(layer => Math.Max(layer.Input.Size, layer.Output.Size));
    }

    /// <summary>The name or layer string it was made from.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public int Parameters => parameterStarts[^1];

    /// <inheritdoc/>
    public int Features => layers[0].Input.Size;

    /// <summary>Number of classes it tells apart.</summary>
    public int Classes => layers[^1].Output.Size;

    /// <summary>Its layers, first to last.</summary>
    public IReadOnlyList<Layer> Layers => layers;

    /// <inheritdoc/>
    public void Initialize(Span<float> parameters, RandomStream random)
    {
        for (var i = 0; i < layers.Length; i++)
        {
            layers[i].Initialize(Slice(parameters, parameterStarts, i, 1), ref random);
        }
    }

    /// <inheritdoc/>
    public float Loss(ReadOnlySpan<float> parameters, Batch batch, Span<int> predictions, Scratch scratch)
    {
        var mark = scratch.Position;
        var outputs = Forward(parameters, batch, scratch);
        var scores = Slice(outputs, outputStarts, layers.Length - 1, batch.Size);
        var loss = LogLikelihood.Loss(scores, batch.Labels, Classes, predictions);
        scratch.Release(mark);
        return loss;
    }

    /// <inheritdoc/>
    public float LossAndGradient(ReadOnlySpan<float> parameters, Batch batch, Span<float> gradient, Scratch scratch)
    {
        var mark = scratch.Position;
        var outputs = Forward(parameters, batch, scratch);
        var back = scratch.Take(widest * batch.Size);
        var next = scratch.Take(widest * batch.Size);
        var scores = Slice(outputs, outputStarts, layers.Length - 1, batch.Size);
        var loss = LogLikelihood.LossAndGradient(scores, batch.Labels, Classes, back);
        for (var i = layers.Length - 1; i >= 0; i--)
        {
            var pass = new BackwardPass
            {
                Parameters = Slice(parameters, parameterStarts, i, 1),
                Inputs = i == 0 ? batch.Features : Slice(outputs, outputStarts, i - 1, batch.Size),
                Outputs = Slice(outputs, outputStarts, i, batch.Size),
                OutputGradients = back[..(layers[i].Output.Size * batch.Size)],
                ParameterGradients = Slice(gradient, parameterStarts, i, 1),
                InputGradients = i == 0 ? default : next[..(layers[i].Input.Size * batch.Size)],
                Batch = batch.Size,
            };
            layers[i].Backward(pass, scratch);
            var turn = back;
            back = next;
            next = turn;
        }

        scratch.Release(mark);
        return loss;
    }

    /// <summary>The outputs of all layers, one after the other, taken from the scratch memory.</summary>
    private Span<float> Forward(ReadOnlySpan<float> parameters, Batch batch, Scratch scratch)
    {
        if (batch.Features.Length != batch.Size * Features)
        {
            throw new ArgumentException(
                $"A batch of {batch.Size} for {Name} needs {batch.Size * Features} features, not {batch.Features.Length}.");
        }

        var outputs = scratch.Take(outputStarts[^1] * batch.Size);
        var inputs = batch.Features;
        for (var i = 0; i < layers.Length; i++)
        {
            var target = Slice(outputs, outputStarts, i, batch.Size);
            layers[i].Forward(Slice(parameters, parameterStarts, i, 1), inputs, target, batch.Size, scratch);
            inputs = target;
        }

        return outputs;
    }

    private int[] Starts(Func<Layer, int> size)
    {
        var starts = new int[layers.Length + 1];
        for (var i = 0; i < layers.Length; i++)
        {
            starts[i + 1] = starts[i] + size(layers[i]);
        }

        return starts;
    }

    private static Span<float> Slice(Span<float> all, int[] starts, int i, int batch) =>
        all[(starts[i] * batch)..(starts[i + 1] * batch)];

    private static ReadOnlySpan<float> Slice(ReadOnlySpan<float> all, int[] starts, int i, int batch) =>
        all[(starts[i] * batch)..(starts[i + 1] * batch)];
}
