using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace ActorLearning.TorchSharp;

/// <summary>One copy of the module, for one thread at a time: a learner's values go in, its gradient comes out.</summary>
internal sealed class Replica : IDisposable
{
    private const int GradientsToo = 2;

    private readonly nn.Module<Tensor, Tensor> module;
    private readonly Device device;
    private readonly FlatTensors parameters;
    private readonly FlatTensors gradients;
    private readonly FlatTensors buffers;
    private readonly List<Tensor> counters;
    private readonly Inputs inputs;
    private readonly long memory;
    private bool? isTraining;

    /// <summary>Takes a module over.</summary>
    /// <exception cref="BackendException">Its parameters or buffers are of another type than 32-bit floats.</exception>
    public Replica(nn.Module<Tensor, Tensor> module, Shape input, Device device)
    {
        Keep(module);
        using var scope = NewDisposeScope();
        (this.module, this.device) = (module, device);
        if (device.type != DeviceType.CPU && module is not NetworkModule)
        {
            module.to(device);
            Keep(module);
        }

        var trained = Trained(module);
        var (floats, others) = Split(module);
        buffers = new FlatTensors(floats, device);
        counters = others;
        parameters = new FlatTensors(trained, device);
        gradients = new FlatTensors(MakeGradients(trained), device);
        inputs = new Inputs(input, device);
        memory = (long)sizeof(float) * (GradientsToo * parameters.Length + buffers.Length);
        GC.AddMemoryPressure(memory);
    }

    ~Replica()
    {
        if (memory > 0) // Where the constructor got that far.
        {
            GC.RemoveMemoryPressure(memory);
        }
    }

    /// <summary>Length of the parameter vector: of all parameters that a gradient is wanted of.</summary>
    public int Parameters => parameters.Length;

    /// <summary>Length of the buffers: the 32-bit ones in order, then the counters, a value each.</summary>
    public int Statistics => buffers.Length + counters.Count;

    /// <summary>The values the module has.</summary>
    public void Store(Span<float> model, Span<float> statistics)
    {
        parameters.Store(model);
        StoreStatistics(statistics);
    }

    /// <summary>Takes a learner's values over.</summary>
    public void Load(ReadOnlySpan<float> model, ReadOnlySpan<float> statistics)
    {
        parameters.Load(model);
        buffers.Load(statistics[..buffers.Length]);
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        for (var i = 0; i < counters.Count; i++)
        {
            counters[i].fill_((long)statistics[buffers.Length + i]);
        }
    }

    /// <summary>Scores of a batch, a row an example.</summary>
    public Tensor Score(Batch batch, Scratch scratch, bool isTraining, RandomStream random = default)
    {
        if (this.isTraining != isTraining)
        {
            module.train(isTraining);
            this.isTraining = isTraining;
        }

        if (module is NetworkModule network)
        {
            network.Random = random;
        }

        return module.call(inputs.FeaturesOf(batch, scratch));
    }

    /// <summary>Mean cross-entropy of scores: the negative log-likelihood of the labels under their softmax.</summary>
    public Tensor Loss(Tensor scores, Batch batch) => nn.functional.cross_entropy(scores, inputs.LabelsOf(batch));

    /// <summary>The gradient of a loss, and the buffers as the batch has moved them.</summary>
    public void Differentiate(Tensor loss, Span<float> gradient, Span<float> statistics)
    {
        gradients.Clear();
        loss.backward();
        gradients.Store(gradient);
        StoreStatistics(statistics);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        GC.RemoveMemoryPressure(memory);
        var tensors = module.parameters().Concat(module.buffers()).ToList();
        module.Dispose();
        tensors.ForEach(tensor => tensor.Dispose()); // Not every version of TorchSharp does so with the module.
        parameters.Dispose();
        gradients.Dispose();
        buffers.Dispose();
        inputs.Dispose();
    }

    private void StoreStatistics(Span<float> statistics)
    {
        using var scope = NewDisposeScope();
        buffers.Store(statistics[..buffers.Length]);
        for (var i = 0; i < counters.Count; i++)
        {
            statistics[buffers.Length + i] = counters[i].cpu().ToInt64();
        }
    }

    /// <summary>A module made within a scope of its maker's outlives it.</summary>
    private static void Keep(nn.Module module)
    {
        foreach (var tensor in module.parameters().Concat(module.buffers()))
        {
            tensor.DetachFromDisposeScope();
        }
    }

    private static List<Tensor> Trained(nn.Module module)
    {
        var trained = module.named_parameters().Where(pair => pair.parameter.requires_grad).ToList();
        var odd = trained.FirstOrDefault(pair => pair.parameter.dtype != ScalarType.Float32);
        return odd.parameter is not null
            ? throw new BackendException("model",
                $"parameter {odd.name} of the module is {odd.parameter.dtype}, and learners exchange 32-bit floats; "
                + "call module.to(ScalarType.Float32) first")
            : trained.Count == 0
                ? throw new BackendException("model", "the module has no parameter to train: none of them requires a gradient")
                : [.. trained.Select(pair => (Tensor)pair.parameter)];
    }

    private static (List<Tensor> Floats, List<Tensor> Counters) Split(nn.Module module)
    {
        var (floats, counters) = (new List<Tensor>(), new List<Tensor>());
        foreach (var (name, buffer) in module.named_buffers())
        {
            if (buffer.dtype == ScalarType.Float32)
            {
                floats.Add(buffer);
            }
            else if (buffer.dtype == ScalarType.Int64 && buffer.numel() == 1)
            {
                counters.Add(buffer);
            }
            else
            {
                throw new BackendException("model",
                    $"buffer {name} of the module is {buffer.dtype} × {buffer.numel()}; a learner keeps 32-bit floats and single "
                    + "64-bit counters from step to step");
            }
        }

        return (floats, counters);
    }

    /// <summary>Has libtorch make a gradient for each parameter, so that they can be moved together once and for all.</summary>
    private static List<Tensor> MakeGradients(List<Tensor> trained)
    {
        foreach (var parameter in trained)
        {
            parameter.sum().backward();
        }

        return [.. trained.Select(Gradients.Of)];
    }
}
