using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace ActorLearning.TorchSharp;

/// <summary>Tensors that lie one behind the other in one flat tensor of theirs, so that all go in or out with one copy.</summary>
/// <remarks>Each keeps its identity and shape and gets its memory from the flat one.</remarks>
internal sealed class FlatTensors : IDisposable
{
    private readonly Tensor flat;
    private readonly Tensor host;

    /// <summary>Moves tensors together; their values come along.</summary>
    public FlatTensors(IReadOnlyList<Tensor> tensors, Device device)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        Length = (int)tensors.Sum(tensor => tensor.numel());
        flat = zeros(Length, dtype: ScalarType.Float32, device: device);
        host = device.type == DeviceType.CPU ? flat : zeros(Length, dtype: ScalarType.Float32);
        var start = 0L;
        foreach (var tensor in tensors)
        {
            var place = flat.narrow(0, start, tensor.numel()).view(tensor.shape);
            place.copy_(tensor);
            tensor.set_(place);
            start += tensor.numel();
        }

        flat.DetachFromDisposeScope();
        host.DetachFromDisposeScope();
    }

    /// <summary>Values of all tensors.</summary>
    public int Length { get; }

    /// <summary>Overwrites all values.</summary>
    public void Load(ReadOnlySpan<float> values)
    {
        values.CopyTo(Values(host));
        if (!ReferenceEquals(host, flat))
        {
            using var scope = NewDisposeScope();
            using var noGradient = no_grad();
            flat.copy_(host);
        }
    }

    /// <summary>Reads all values.</summary>
    public void Store(Span<float> values)
    {
        if (!ReferenceEquals(host, flat))
        {
            using var scope = NewDisposeScope();
            using var noGradient = no_grad();
            host.copy_(flat);
        }

        Values(host).CopyTo(values);
    }

    /// <summary>Sets all values to 0.</summary>
    public void Clear()
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        flat.zero_();
    }

    public void Dispose()
    {
        flat.Dispose();
        host.Dispose();
    }

    private static Span<float> Values(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
