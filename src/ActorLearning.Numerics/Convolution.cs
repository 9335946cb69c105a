using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <summary>
/// Convolution and its two gradients straight from the image, without a matrix of patches: for stride 1, no padding and an output
/// whose width is a multiple of eight, so that eight neighbouring outputs read eight neighbouring inputs.
/// </summary>
/// <remarks>
/// Forward and input gradient use the register tiles of the matrix product: each output is one chain of fused multiply-adds over
/// (channel, kernel row, kernel column). The weight gradient keeps eight lanes a weight over all images and joins them at the
/// end.
/// </remarks>
public sealed partial class Convolution
{
    private const int TileWidth = 16;

    private readonly Patches patches;
    private readonly int channels;
    private readonly int[] rowOffsets;
    private readonly int[] runOffsets;
    private readonly int[] outputOffsets;

    /// <summary>A convolution to so many output channels.</summary>
    /// <exception cref="ArgumentException">The geometry is not one it serves.</exception>
    public Convolution(Patches patches, int channels)
    {
        if (!Serves(patches))
        {
            throw new ArgumentException($"{patches} is not of stride 1, without padding, with an output width in eights.");
        }

        (this.patches, this.channels) = (patches, channels);
        rowOffsets = [.. Enumerable.Range(0, patches.Rows).Select(RowOffset)];
        var runs = patches.Columns / Lanes.Count;
        runOffsets = [.. Enumerable.Range(0, runs).Select(RunOffset)];
        outputOffsets = [.. Enumerable.Range(0, channels).Select(channel => channel * patches.Columns)];
    }

    /// <summary>Whether a geometry is one it serves.</summary>
    public static bool Serves(Patches patches) => patches is { Stride: 1, Padding: 0 } && patches.OutputWidth % Lanes.Count == 0;

    /// <summary>output (channels × positions) ← output + weights · patches of one image.</summary>
    public unsafe void AddForward(ReadOnlySpan<float> weights, ReadOnlySpan<float> image, Span<float> output, Scratch scratch)
    {
        var mark = scratch.Position;
        var edge = scratch.Take(Tiles.Most * TileWidth);
        fixed (float* w = weights, x = image, y = output, e = edge)
        fixed (int* rows = rowOffsets)
        {
            for (var run = 0; run < runOffsets.Length; run += 2)
            {
                if (IsSixteen(run) && IsSixteen(run + 2))
                {
                    AddPanels(w, x + runOffsets[run], x + runOffsets[run + 2], rows, y + run * Lanes.Count);
                    run += 2;
                    continue;
                }

                var isPair = run + 1 < runOffsets.Length;
                var low = x + runOffsets[run];
                if (IsSixteen(run))
                {
                    AddPanel(w, new ShiftedPanel(low, rows), y + run * Lanes.Count, e, isPair);
                }
                else
                {
                    var high = isPair ? x + runOffsets[run + 1] : low;
                    AddPanel(w, new GatheredPanel(low, high, rows), y + run * Lanes.Count, e, isPair);
                }
            }
        }

        scratch.Release(mark);
    }

    /// <summary>Whether sixteen neighbouring outputs from a run on read sixteen neighbouring inputs.</summary>
    private bool IsSixteen(int run) => run + 1 < runOffsets.Length && runOffsets[run + 1] == runOffsets[run] + Lanes.Count;

    private unsafe void AddPanels(float* w, float* first, float* second, int* rows, float* y)
    {
        var (left, right) = (new ShiftedPanel(first, rows), new ShiftedPanel(second, rows));
        for (var channel = 0; channel < channels;)
        {
            var count = Tiles.Rows(channels - channel);
            float* weights = w + channel * patches.Rows, target = y + channel * patches.Columns;
            Tiles.AddPair(
                count, weights, patches.Rows, 1, left, right, target, target + TileWidth, patches.Columns, patches.Rows);
            channel += count;
        }
    }

    private unsafe void AddPanel<TPanel>(float* w, TPanel panel, float* y, float* edge, bool isPair)
        where TPanel : struct, IPanel
    {
        for (var channel = 0; channel < channels;)
        {
            var count = Tiles.Rows(channels - channel);
            float* weights = w + channel * patches.Rows, target = y + channel * patches.Columns;
            if (isPair)
            {
                Tiles.Run(count, weights, patches.Rows, 1, panel, target, patches.Columns, patches.Rows, true);
            }
            else
            {
                CopyHalf(target, patches.Columns, edge, TileWidth, count);
                Tiles.Run(count, weights, patches.Rows, 1, panel, edge, TileWidth, patches.Rows, true);
                CopyHalf(edge, TileWidth, target, patches.Columns, count);
            }

            channel += count;
        }
    }

    private static unsafe void CopyHalf(float* from, int fromStride, float* to, int toStride, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            Vector256.Load(from + i * fromStride).Store(to + i * toStride);
        }
    }

    private int RowOffset(int row)
    {
        var (plane, cell) = Math.DivRem(row, patches.Kernel * patches.Kernel);
        var (ky, kx) = Math.DivRem(cell, patches.Kernel);
        return (plane * patches.Height + ky) * patches.Width + kx;
    }

    private int RunOffset(int run)
    {
        var (oy, ox) = Math.DivRem(run * Lanes.Count, patches.OutputWidth);
        return oy * patches.Width + ox;
    }
}
