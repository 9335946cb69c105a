using System.Runtime.InteropServices;
using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ActorLearning.TorchSharp;

/// <summary>A network of this project as a module: the same parameters and buffers, in the same order.</summary>
/// <remarks>
/// Dropout takes its factors from the learner's random stream, as the managed layer does, and not from libtorch.
/// </remarks>
internal sealed class NetworkModule : nn.Module<Tensor, Tensor>
{
    private readonly Func<Tensor, Tensor>[] steps;
    private readonly Device device;
    private RandomStream random;

    /// <summary>The module of a network.</summary>
    /// <exception cref="BackendException">A layer has no counterpart.</exception>
    public NetworkModule(Network network, Device device)
        : base(network.Name)
    {
        this.device = device;
        steps = [.. network.Layers.Select(Make)];
    }

    /// <summary>The stream of the step at hand.</summary>
    public RandomStream Random
    {
        set => random = value;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        foreach (var step in steps)
        {
            input = step(input);
        }

        return input.reshape(input.shape[0], -1);
    }

    private Func<Tensor, Tensor> Make(Layer layer, int place)
    {
        var tensors = layer.Tensors.Select(tensor => Register($"{tensor.Name}{place}", tensor)).ToList();
        return layer switch
        {
            DenseLayer => input => F.linear(input.reshape(input.shape[0], -1), tensors[0], tensors[1]),
            ConvolutionLayer { Stride: var stride, Padding: var padding } => input =>
                F.conv2d(input, tensors[0], tensors[1], [stride, stride], [padding, padding]),
            RectifierLayer => input => F.relu(input),
            MaxPoolLayer => input => F.max_pool2d(input, [2L, 2L], [2L, 2L]),
            BatchNormalizationLayer normalization => Normalise(normalization, place, tensors),
            DropoutLayer dropout => input => Drop(dropout, input),
            _ => throw new BackendException("model",
                $"layer {place + 1}, {layer.GetType().Name}, has no counterpart in libtorch"),
        };
    }

    private Tensor Register(string name, NamedTensor tensor)
    {
        long[] shape = [.. tensor.Shape.Select(dimension => (long)dimension)];
        var parameter = nn.Parameter(zeros(shape, dtype: ScalarType.Float32, device: device));
        register_parameter(name, parameter);
        return parameter;
    }

    private Func<Tensor, Tensor> Normalise(BatchNormalizationLayer layer, int place, List<Tensor> tensors)
    {
        var mean = zeros(layer.Input.Channels, dtype: ScalarType.Float32, device: device);
        var variance = ones(layer.Input.Channels, dtype: ScalarType.Float32, device: device);
        register_buffer($"running_mean{place}", mean);
        register_buffer($"running_var{place}", variance);
        return input => F.batch_norm(
            input, mean, variance, tensors[0], tensors[1], training,
            BatchNormalizationLayer.Step, BatchNormalizationLayer.Smallest);
    }

    private Tensor Drop(DropoutLayer layer, Tensor input)
    {
        if (!training)
        {
            return input;
        }

        var factors = empty(input.shape, dtype: ScalarType.Float32);
        layer.Draw(MemoryMarshal.Cast<byte, float>(factors.bytes), ref random);
        return input * (device.type == DeviceType.CPU ? factors : factors.to(device));
    }
}
