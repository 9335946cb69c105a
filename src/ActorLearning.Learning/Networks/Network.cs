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
    private readonly int[] statisticsStarts;
    private readonly int[] outputStarts;
    private readonly int widest;

    /// <summary>A network of layers, each fitting the one before.</summary>
    public Network(string name, IEnumerable<Layer> layers)
    {
        (Name, this.layers) = (name, [.. layers]);
        parameterStarts = Starts(layer => layer.Parameters);
        statisticsStarts = Starts(layer => layer.Statistics);
        outputStarts = Starts(layer => layer.Output.Size);
        widest = this.layers.Max(layer => Math.Max(layer.Input.Size, layer.Output.Size));
    }

    /// <summary>The name or layer string it was made from.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public int Parameters => parameterStarts[^1];

    /// <inheritdoc/>
    public int Statistics => statisticsStarts[^1];

    /// <inheritdoc/>
    public int Features => layers[0].Input.Size;

    /// <summary>Number of classes it tells apart.</summary>
    public int Classes => layers[^1].Output.Size;

    /// <inheritdoc/>
    int? IObjective.Classes => Classes;

    /// <summary>Its layers, first to last.</summary>
    public IReadOnlyList<Layer> Layers => layers;

    /// <summary>
    /// The tensors that make up a parameter vector, in order, each named after its layer's place: <c>3.weight</c>.
    /// </summary>
    public IReadOnlyList<NamedTensor> Tensors =>
        [.. layers.SelectMany((layer, place) => layer.Tensors.Select(item => item with { Name = $"{place}.{item.Name}" }))];

    /// <inheritdoc/>
    public void Initialize(Span<float> parameters, RandomStream random)
    {
        for (var i = 0; i < layers.Length; i++)
        {
            layers[i].Initialize(Slice(parameters, parameterStarts, i, 1), ref random);
        }
    }

    /// <inheritdoc/>
    public void InitializeStatistics(Span<float> statistics)
    {
        for (var i = 0; i < layers.Length; i++)
        {
            layers[i].InitializeStatistics(Slice(statistics, statisticsStarts, i, 1));
        }
    }

    /// <inheritdoc/>
    public float Loss(
        ReadOnlySpan<float> parameters, Batch batch, Span<int> predictions, Scratch scratch,
        ReadOnlySpan<float> statistics = default)
    {
        Check(batch, statistics.Length);
        var mark = scratch.Position;
        var inputs = batch.Features;
        var next = scratch.Take(widest * batch.Size);
        var other = scratch.Take(widest * batch.Size);
        for (var i = 0; i < layers.Length; i++)
        {
            // Nobody goes back: two buffers take turns and stay in the cache.
            var outputs = next[..(layers[i].Output.Size * batch.Size)];
            var pass = new ForwardPass
            {
                Parameters = Slice(parameters, parameterStarts, i, 1),
                Inputs = inputs,
                Outputs = outputs,
                Batch = batch.Size,
                Statistics = Slice(statistics, statisticsStarts, i, 1),
            };
            layers[i].Forward(pass, scratch);
            inputs = outputs;
            var turn = next;
            next = other;
            other = turn;
        }

        var loss = LogLikelihood.Loss(inputs, batch.Labels, Classes, predictions);
        scratch.Release(mark);
        return loss;
    }

    /// <inheritdoc/>
    public float LossAndGradient(
        ReadOnlySpan<float> parameters, Batch batch, Span<float> gradient, Scratch scratch, Span<float> statistics = default,
        RandomStream random = default)
    {
        Check(batch, statistics.Length);
        var mark = scratch.Position;
        var outputs = scratch.Take(outputStarts[^1] * batch.Size);
        var memory = scratch.Take(Remembered(layers.Length, batch.Size));
        Train(parameters, batch, outputs, memory, statistics, random, scratch);
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
                Memory = memory.Slice(Remembered(i, batch.Size), layers[i].Remembers(batch.Size)),
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

    /// <summary>The way forward in training: the outputs of all layers, one after the other, and what they remember.</summary>
    private void Train(
        ReadOnlySpan<float> parameters, Batch batch, Span<float> outputs, Span<float> memory, Span<float> statistics,
        RandomStream random, Scratch scratch)
    {
        var inputs = batch.Features;
        for (var i = 0; i < layers.Length; i++)
        {
            var target = Slice(outputs, outputStarts, i, batch.Size);
            var pass = new ForwardPass
            {
                Parameters = Slice(parameters, parameterStarts, i, 1), Inputs = inputs, Outputs = target, Batch = batch.Size,
            };
            var training = new TrainingPass
            {
                Statistics = Slice(statistics, statisticsStarts, i, 1),
                Memory = memory.Slice(Remembered(i, batch.Size), layers[i].Remembers(batch.Size)),
            };
            layers[i].Train(pass, training, ref random, scratch);
            inputs = target;
        }
    }

    /// <summary>Values the layers before one remember.</summary>
    private int Remembered(int before, int batch)
    {
        var sum = 0;
        for (var i = 0; i < before; i++)
        {
            sum += layers[i].Remembers(batch);
        }

        return sum;
    }

    private void Check(Batch batch, int statistics)
    {
        if (batch.Features.Length != batch.Size * Features)
        {
            throw new ArgumentException(
                $"A batch of {batch.Size} for {Name} needs {batch.Size * Features} features, not {batch.Features.Length}.");
        }

        if (statistics != Statistics)
        {
            throw new ArgumentException($"{Name} needs {Statistics} running statistics, not {statistics}.");
        }
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
