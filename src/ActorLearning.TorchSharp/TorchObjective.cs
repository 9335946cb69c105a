using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;
using static TorchSharp.torch;

namespace ActorLearning.TorchSharp;

/// <summary>
/// Any TorchSharp module as a learner's objective: its scores are turned into the mean cross-entropy of a batch, its parameters
/// are the vector learners exchange, its buffers (the running statistics of batch normalisation) stay with the learner.
/// </summary>
/// <remarks>
/// The parameters are views of one flat tensor, so that a learner's vector goes in and a gradient comes out with one copy each;
/// every tensor of a step is disposed at its end. A module whose last layer is log-softmax gives the same loss as one without.
/// Parameters that want no gradient are constants: no part of the vector.
/// </remarks>
public sealed class TorchObjective : IObjective, IDisposable
{
    private readonly ConcurrentBag<Replica> free = [];
    private readonly Func<nn.Module<Tensor, Tensor>>? make;
    private readonly Action<Span<float>, RandomStream> start;
    private readonly Shape input;
    private readonly TorchOptions options;
    private readonly Device device;
    private readonly bool draws;
    private readonly float[] firstStatistics;

    /// <summary>
    /// An objective around one module, which is the objective's from now on: steps are taken one at a time, and every learner
    /// starts from the module's values.
    /// </summary>
    /// <param name="module">From examples to scores, a row an example and a column a class.</param>
    /// <param name="input">Shape of an example; may be left out where the module begins with a dense layer.</param>
    /// <param name="options">How it uses libtorch.</param>
    /// <exception cref="BackendException">
    /// There is no libtorch, no such device, or the module does not return scores; the message says the way out.
    /// </exception>
    public TorchObjective(nn.Module<Tensor, Tensor> module, Shape? input = null, TorchOptions? options = null)
        : this(() => module, null, null, input, options)
    {
    }

    /// <summary>
    /// An objective around modules that are made as needed, one a thread: learners take their steps side by side, and a learner's
    /// start is that of a module made for it, from a seed of its own.
    /// </summary>
    /// <param name="make">Makes a module; all of them alike but for their values.</param>
    /// <param name="input">Shape of an example; may be left out where the module begins with a dense layer.</param>
    /// <param name="options">How it uses libtorch.</param>
    /// <exception cref="BackendException">
    /// There is no libtorch, no such device, or the module does not return scores; the message says the way out.
    /// </exception>
    public TorchObjective(Func<nn.Module<Tensor, Tensor>> make, Shape? input = null, TorchOptions? options = null)
        : this(make, make, null, input, options)
    {
    }

    /// <summary>A network of this project, computed by libtorch: the same vectors in the same layout.</summary>
    internal TorchObjective(Network network, TorchOptions options)
        : this(ModuleOf(network, options), ModuleOf(network, options), network.Initialize, network.Layers[0].Input, options)
    {
    }

    private TorchObjective(
        Func<nn.Module<Tensor, Tensor>> first, Func<nn.Module<Tensor, Tensor>>? more, Initializer? initialize, Shape? input,
        TorchOptions? options)
    {
        this.options = options ?? new TorchOptions();
        device = TorchRuntime.Device(this.options.Device);
        make = more;
        using var turn = Take();
        var module = first();
        (Name, Tensors) = (module.GetName(), Modules.TensorsOf(module));
        draws = this.options.DrawsRandomNumbers ?? (module is not NetworkModule && Modules.Draw(module));
        this.input = input ?? Modules.InputOf(module);
        var replica = new Replica(module, this.input, device);
        (Parameters, Statistics) = (replica.Parameters, replica.Statistics);
        var values = new float[Parameters];
        firstStatistics = new float[Statistics];
        replica.Store(values, firstStatistics);
        Classes = Modules.ClassesOf(replica, this.input);
        replica.Load(values, firstStatistics);
        start = initialize is not null ? (parameters, random) => initialize(parameters, random)
            : more is null ? (parameters, _) => values.CopyTo(parameters)
            : StartOfAnother;
        free.Add(replica);
    }

    private delegate void Initializer(Span<float> parameters, RandomStream random);

    /// <inheritdoc/>
    public int Parameters { get; }

    /// <inheritdoc/>
    public int Features => input.Size;

    /// <summary>Length of a learner's buffers: the 32-bit ones in order, then a value for each counter.</summary>
    public int Statistics { get; }

    /// <summary>Number of classes it tells apart.</summary>
    public int Classes { get; }

    /// <inheritdoc/>
    int? IObjective.Classes => Classes;

    /// <summary>What the module is called.</summary>
    public string Name { get; }

    /// <summary>The module's parameters, in order, as it names them.</summary>
    public IReadOnlyList<NamedTensor> Tensors { get; }

    /// <inheritdoc/>
    public void Initialize(Span<float> parameters, RandomStream random) => start(parameters, random);

    /// <inheritdoc/>
    public void InitializeStatistics(Span<float> statistics) => firstStatistics.CopyTo(statistics);

    /// <inheritdoc/>
    public float LossAndGradient(
        ReadOnlySpan<float> parameters, Batch batch, Span<float> gradient, Scratch scratch, Span<float> statistics = default,
        RandomStream random = default)
    {
        Check(batch, statistics.Length);
        using var turn = Take();
        var replica = Rent();
        try
        {
            using var scope = NewDisposeScope();
            replica.Load(parameters, statistics);
            if (draws)
            {
                manual_seed((long)random.NextUInt64()).Dispose();
            }

            var loss = replica.Loss(replica.Score(batch, scratch, isTraining: true, random), batch);
            replica.Differentiate(loss, gradient, statistics);
            return loss.cpu().item<float>();
        }
        finally
        {
            free.Add(replica);
        }
    }

    /// <inheritdoc/>
    public float Loss(
        ReadOnlySpan<float> parameters, Batch batch, Span<int> predictions, Scratch scratch,
        ReadOnlySpan<float> statistics = default)
    {
        Check(batch, statistics.Length);
        using var turn = Take();
        var replica = Rent();
        try
        {
            using var scope = NewDisposeScope();
            using var noGradient = no_grad();
            replica.Load(parameters, statistics);
            var scores = replica.Score(batch, scratch, isTraining: false).cpu().contiguous();
            return LogLikelihood.Loss(
                MemoryMarshal.Cast<byte, float>(scores.bytes), batch.Labels, Classes, predictions);
        }
        finally
        {
            free.Add(replica);
        }
    }

    /// <summary>Frees the native memory; the objective is of no use afterwards.</summary>
    public void Dispose()
    {
        while (free.TryTake(out var replica))
        {
            replica.Dispose();
        }
    }

    private static Func<nn.Module<Tensor, Tensor>> ModuleOf(Network network, TorchOptions options) =>
        () => new NetworkModule(network, TorchRuntime.Device(options.Device));

    private Turn Take() => Turn.Take(options.AllThreads, isAlone: options.AllThreads || draws || make is null);

    /// <summary>
    /// A copy of the module that nobody uses; the only one where there is no way to make more, for then turns wait.
    /// </summary>
    private Replica Rent() => free.TryTake(out var replica) ? replica : new Replica(make!(), input, device);

    private void StartOfAnother(Span<float> parameters, RandomStream random)
    {
        using var turn = Turn.Take(allThreads: false, isAlone: true);
        manual_seed((long)random.NextUInt64()).Dispose();
        using var another = new Replica(make!(), input, device);
        another.Store(parameters, new float[Statistics]);
    }

    private void Check(Batch batch, int statistics)
    {
        if (batch.Features.Length != batch.Size * Features)
        {
            throw new ArgumentException(
                $"A batch of {batch.Size} needs {batch.Size * Features} features, not {batch.Features.Length}.");
        }

        if (statistics != Statistics)
        {
            throw new ArgumentException($"The module needs {Statistics} values of its buffers, not {statistics}.");
        }
    }
}
