using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace ActorLearning.TorchSharp;

/// <summary>Batches as tensors. Features that lie in a worker's scratch memory are read where they lie.</summary>
internal sealed class Inputs(Shape shape, Device device) : IDisposable
{
    private static readonly ConditionalWeakTable<Scratch, Dictionary<float[], Tensor>> Wrapped = [];

    private readonly long[] example = shape is { Height: 1, Width: 1 } ? [shape.Channels]
        : [shape.Channels, shape.Height, shape.Width];

    private Tensor labels = empty(0, dtype: ScalarType.Int64).DetachFromDisposeScope();

    /// <summary>The features of a batch: examples × channels × height × width, or examples × features.</summary>
    public Tensor FeaturesOf(Batch batch, Scratch scratch)
    {
        long[] wanted = [batch.Size, .. example];
        Tensor features;
        if (scratch.TryLocate(batch.Features, out var memory, out var start))
        {
            features = Wrap(scratch, memory).narrow(0, start, batch.Features.Length).view(wanted);
        }
        else
        {
            features = empty(wanted, dtype: ScalarType.Float32);
            batch.Features.CopyTo(MemoryMarshal.Cast<byte, float>(features.bytes));
        }

        return device.type == DeviceType.CPU ? features : features.to(device);
    }

    /// <summary>The labels of a batch, which libtorch wants as 64-bit numbers.</summary>
    public Tensor LabelsOf(Batch batch)
    {
        if (labels.numel() != batch.Size)
        {
            labels.Dispose();
            labels = empty(batch.Size, dtype: ScalarType.Int64).DetachFromDisposeScope();
        }

        var numbers = MemoryMarshal.Cast<byte, long>(labels.bytes);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = batch.Labels[i];
        }

        return device.type == DeviceType.CPU ? labels : labels.to(device);
    }

    public void Dispose() => labels.Dispose();

    /// <summary>A tensor over a block of scratch memory, made once a block.</summary>
    private static Tensor Wrap(Scratch scratch, float[] memory)
    {
        // A scratch memory is one thread's at a time, so its own table needs no lock.
        var blocks = Wrapped.GetOrCreateValue(scratch);
        if (!blocks.TryGetValue(memory, out var block))
        {
            block = from_array(memory).DetachFromDisposeScope();
            blocks.Add(memory, block);
        }

        return block;
    }
}
