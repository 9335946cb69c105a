using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActorLearning.Numerics;

public sealed partial class Convolution
{
    /// <summary>weightGradient (channels × rows) ← Σ over all images of outputGradient · patchesᵀ.</summary>
    /// <param name="images">The batch, one image after the other.</param>
    /// <param name="outputGradients">The gradients of their outputs, one image after the other.</param>
    /// <param name="weightGradient">Overwritten.</param>
    /// <param name="batch">Number of images.</param>
    public unsafe void WeightGradient(
        ReadOnlySpan<float> images, ReadOnlySpan<float> outputGradients, Span<float> weightGradient, int batch)
    {
        fixed (float* x = images, d = outputGradients, g = weightGradient)
        fixed (int* rows = rowOffsets, runs = runOffsets)
        {
            // Kernel cells outside, channels inside: five cells look at one plane of the images, which stays in the cache.
            for (var row = 0; row < patches.Rows;)
            {
                var cells = patches.Rows - row >= 5 ? 5 : 1;
                var channel = 0;
                for (; Avx512DQ.IsSupported && cells == 5 && channel <= channels - 8; channel += 8)
                {
                    EightChannels(x, d + channel * patches.Columns, rows + row, runs, g + channel * patches.Rows + row, batch);
                }

                for (; Avx512DQ.IsSupported && cells == 5 && channel <= channels - 4; channel += 4)
                {
                    FourChannels(x, d + channel * patches.Columns, rows + row, runs, g + channel * patches.Rows + row, batch);
                }

                for (; channel < channels; channel += 2)
                {
                    var second = Math.Min(channel + 1, channels - 1);
                    var target = g + channel * patches.Rows + row;
                    var other = g + second * patches.Rows + row;
                    if (cells == 5)
                    {
                        FiveCells(x, d + channel * patches.Columns, d + second * patches.Columns, rows + row, runs, target,
                            other, batch);
                    }
                    else
                    {
                        OneCell(x, d + channel * patches.Columns, d + second * patches.Columns, rows[row], runs, target, other,
                            batch);
                    }
                }

                row += cells;
            }
        }
    }

    /// <summary>Five cells of four channels: a register holds the eight lanes of two channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void FourChannels(float* x, float* d, int* rows, int* runs, float* target, int batch)
    {
        Vector512<float> a0, a1, a2, a3, a4, b0, b1, b2, b3, b4;
        a0 = a1 = a2 = a3 = a4 = b0 = b1 = b2 = b3 = b4 = Vector512<float>.Zero;
        nint imageSize = patches.Channels * patches.Height * patches.Width, outputSize = channels * patches.Columns;
        nint o0 = rows[0], o1 = rows[1], o2 = rows[2], o3 = rows[3], o4 = rows[4], plane = patches.Columns;
        var count = runOffsets.Length;
        for (var image = 0; image < batch; image++, x += imageSize, d += outputSize)
        {
            for (nint run = 0; run < count; run++)
            {
                var at = d + run * Lanes.Count;
                var d0 = Vector512.Create(Vector256.Load(at), Vector256.Load(at + plane));
                var d1 = Vector512.Create(Vector256.Load(at + 2 * plane), Vector256.Load(at + 3 * plane));
                var y = x + runs[run];
                var v = Avx512DQ.BroadcastVector256ToVector512(y + o0);
                a0 = Vector512.FusedMultiplyAdd(d0, v, a0);
                b0 = Vector512.FusedMultiplyAdd(d1, v, b0);
                v = Avx512DQ.BroadcastVector256ToVector512(y + o1);
                a1 = Vector512.FusedMultiplyAdd(d0, v, a1);
                b1 = Vector512.FusedMultiplyAdd(d1, v, b1);
                v = Avx512DQ.BroadcastVector256ToVector512(y + o2);
                a2 = Vector512.FusedMultiplyAdd(d0, v, a2);
                b2 = Vector512.FusedMultiplyAdd(d1, v, b2);
                v = Avx512DQ.BroadcastVector256ToVector512(y + o3);
                a3 = Vector512.FusedMultiplyAdd(d0, v, a3);
                b3 = Vector512.FusedMultiplyAdd(d1, v, b3);
                v = Avx512DQ.BroadcastVector256ToVector512(y + o4);
                a4 = Vector512.FusedMultiplyAdd(d0, v, a4);
                b4 = Vector512.FusedMultiplyAdd(d1, v, b4);
            }
        }

        var next = patches.Rows;
        Store(target, next, a0, b0);
        Store(target + 1, next, a1, b1);
        Store(target + 2, next, a2, b2);
        Store(target + 3, next, a3, b3);
        Store(target + 4, next, a4, b4);
    }

    private static unsafe void Store(float* target, int next, Vector512<float> first, Vector512<float> second)
    {
        target[0] = Lanes.Sum(first.GetLower());
        target[next] = Lanes.Sum(first.GetUpper());
        target[2 * next] = Lanes.Sum(second.GetLower());
        target[3 * next] = Lanes.Sum(second.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void FiveCells(
        float* x, float* first, float* second, int* rows, int* runs, float* target, float* other, int batch)
    {
        Vector256<float> a0, a1, a2, a3, a4, b0, b1, b2, b3, b4;
        a0 = a1 = a2 = a3 = a4 = b0 = b1 = b2 = b3 = b4 = Vector256<float>.Zero;
        nint imageSize = patches.Channels * patches.Height * patches.Width, outputSize = channels * patches.Columns;
        nint o0 = rows[0], o1 = rows[1], o2 = rows[2], o3 = rows[3], o4 = rows[4];
        var count = runOffsets.Length;
        for (var image = 0; image < batch; image++, x += imageSize, first += outputSize, second += outputSize)
        {
            for (nint run = 0; run < count; run++)
            {
                var d0 = Vector256.Load(first + run * Lanes.Count);
                var d1 = Vector256.Load(second + run * Lanes.Count);
                var at = x + runs[run];
                var v = Vector256.Load(at + o0);
                a0 = Vector256.FusedMultiplyAdd(d0, v, a0);
                b0 = Vector256.FusedMultiplyAdd(d1, v, b0);
                v = Vector256.Load(at + o1);
                a1 = Vector256.FusedMultiplyAdd(d0, v, a1);
                b1 = Vector256.FusedMultiplyAdd(d1, v, b1);
                v = Vector256.Load(at + o2);
                a2 = Vector256.FusedMultiplyAdd(d0, v, a2);
                b2 = Vector256.FusedMultiplyAdd(d1, v, b2);
                v = Vector256.Load(at + o3);
                a3 = Vector256.FusedMultiplyAdd(d0, v, a3);
                b3 = Vector256.FusedMultiplyAdd(d1, v, b3);
                v = Vector256.Load(at + o4);
                a4 = Vector256.FusedMultiplyAdd(d0, v, a4);
                b4 = Vector256.FusedMultiplyAdd(d1, v, b4);
            }
        }

        // With an odd number of channels the last pair is one channel twice; both write the same values.
        (target[0], other[0]) = (Lanes.Sum(a0), Lanes.Sum(b0));
        (target[1], other[1]) = (Lanes.Sum(a1), Lanes.Sum(b1));
        (target[2], other[2]) = (Lanes.Sum(a2), Lanes.Sum(b2));
        (target[3], other[3]) = (Lanes.Sum(a3), Lanes.Sum(b3));
        (target[4], other[4]) = (Lanes.Sum(a4), Lanes.Sum(b4));
    }

    private unsafe void OneCell(
        float* x, float* first, float* second, int row, int* runs, float* target, float* other, int batch)
    {
        var (a, b) = (Vector256<float>.Zero, Vector256<float>.Zero);
        nint imageSize = patches.Channels * patches.Height * patches.Width, outputSize = channels * patches.Columns;
        for (var image = 0; image < batch; image++, x += imageSize, first += outputSize, second += outputSize)
        {
            for (var run = 0; run < runOffsets.Length; run++)
            {
                var v = Vector256.Load(x + runs[run] + row);
                a = Vector256.FusedMultiplyAdd(Vector256.Load(first + run * Lanes.Count), v, a);
                b = Vector256.FusedMultiplyAdd(Vector256.Load(second + run * Lanes.Count), v, b);
            }
        }

        *target = Lanes.Sum(a);
        *other = Lanes.Sum(b);
    }
}
