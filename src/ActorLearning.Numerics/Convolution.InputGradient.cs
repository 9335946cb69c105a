using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <remarks>
/// The gradient of the input. What the outputs' gradients say of a kernel cell is a tile; adding it to the image touches what the
/// cell before has just written, so that lines of an image twelve wide are added up in a register.
/// </remarks>
public sealed partial class Convolution
{
    private const int Five = 5;
    private const int PlanesAtOnce = 12; // 300 cells: twenty-five whole tiles of twelve rows.

    /// <summary>imageGradient ← imageGradient + what the gradient of one image's output says of its input.</summary>
    public unsafe void AddInputGradient(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> outputGradient, Span<float> imageGradient, Scratch scratch)
    {
        var mark = scratch.Position;
        var cells = patches.Kernel * patches.Kernel;
        var tiles = scratch.Take(PlanesAtOnce * cells * TileWidth);
        fixed (float* w = weights, d = outputGradient, x = imageGradient, t = tiles)
        fixed (int* outputs = outputOffsets)
        {
            for (var run = 0; run < runOffsets.Length; run += 2)
            {
                var isPair = run + 1 < runOffsets.Length;
                var isTwoLines = isPair && patches.Kernel == Five && patches.OutputWidth == Lanes.Count;
                for (var plane = 0; plane < patches.Channels; plane += PlanesAtOnce)
                {
                    var planes = Math.Min(PlanesAtOnce, patches.Channels - plane);
                    Fill(w + plane * cells, d + run * Lanes.Count, outputs, isPair, t, planes * cells);
                    for (var i = 0; i < planes; i++)
                    {
                        var values = t + i * cells * TileWidth;
                        if (isTwoLines && Vector512.IsHardwareAccelerated)
                        {
                            AddLines(values, x + runOffsets[run] + rowOffsets[(plane + i) * cells]);
                        }
                        else
                        {
                            AddCells(values, x, run, (plane + i) * cells, cells, isPair);
                        }
                    }
                }
            }
        }

        scratch.Release(mark);
    }

    /// <summary>For each of some kernel cells the weights of all channels times sixteen outputs' gradients.</summary>
    private unsafe void Fill(float* w, float* d, int* outputs, bool isPair, float* tiles, int cells)
    {
        for (var row = 0; row < cells;)
        {
            var count = Tiles.Rows(cells - row);
            var target = tiles + row * TileWidth;
            if (isPair)
            {
                var panel = new ShiftedPanel(d, outputs);
                Tiles.Run(count, w + row, 1, patches.Rows, panel, target, TileWidth, channels, accumulate: false);
            }
            else
            {
                var panel = new GatheredPanel(d, d, outputs);
                Tiles.Run(count, w + row, 1, patches.Rows, panel, target, TileWidth, channels, accumulate: false);
            }

            row += count;
        }
    }

    /// <summary>One cell after the other: neighbouring ones touch the same inputs.</summary>
    private unsafe void AddCells(float* values, float* x, int run, int first, int cells, bool isPair)
    {
        for (var cell = 0; cell < cells; cell++)
        {
            Add(values + cell * TileWidth, x + runOffsets[run] + rowOffsets[first + cell]);
            if (isPair)
            {
                Add(values + cell * TileWidth + Lanes.Count, x + runOffsets[run + 1] + rowOffsets[first + cell]);
            }
        }
    }

    /// <summary>
    /// The cells of one plane for two lines of outputs, in that order: six lines of the image, each read and written
    /// once.
    /// </summary>
    private unsafe void AddLines(float* values, float* x)
    {
        const int Line = Five * TileWidth;
        for (var y = 0; y <= Five; y++)
        {
            var target = x + y * patches.Width;
            var end = Vector256.Create(Vector128.Load(target + Lanes.Count), Vector128<float>.Zero);
            var sum = Vector512.Create(Vector256.Load(target), end);
            if (y > 0)
            {
                sum = AddSecond(values + (y - 1) * Line, sum);
            }

            if (y < Five)
            {
                sum = AddFirst(values + y * Line, sum);
            }

            sum.GetLower().Store(target);
            sum.GetUpper().GetLower().Store(target + Lanes.Count);
        }
    }

    /// <summary>The first eight of five tiles' rows, each moved by one more; what an index of -1 takes is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector512<float> AddFirst(float* t, Vector512<float> sum)
    {
        sum += Vector512.Shuffle(
            Vector512.Load(t), Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1, -1));
        sum += Vector512.Shuffle(
            Vector512.Load(t + 16), Vector512.Create(-1, 0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1));
        sum += Vector512.Shuffle(
            Vector512.Load(t + 32), Vector512.Create(-1, -1, 0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1));
        sum += Vector512.Shuffle(
            Vector512.Load(t + 48), Vector512.Create(-1, -1, -1, 0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1));
        sum += Vector512.Shuffle(
            Vector512.Load(t + 64), Vector512.Create(-1, -1, -1, -1, 0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1));
        return sum;
    }

    /// <summary>The same of the other eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector512<float> AddSecond(float* t, Vector512<float> sum)
    {
        sum += Vector512.Shuffle(
            Vector512.Load(t), Vector512.Create(8, 9, 10, 11, 12, 13, 14, 15, -1, -1, -1, -1, -1, -1, -1, -1));
        sum += Vector512.Shuffle(
            Vector512.Load(t + 16), Vector512.Create(-1, 8, 9, 10, 11, 12, 13, 14, 15, -1, -1, -1, -1, -1, -1, -1));
        sum += Vector512.Shuffle(
            Vector512.Load(t + 32), Vector512.Create(-1, -1, 8, 9, 10, 11, 12, 13, 14, 15, -1, -1, -1, -1, -1, -1));
        sum += Vector512.Shuffle(
            Vector512.Load(t + 48), Vector512.Create(-1, -1, -1, 8, 9, 10, 11, 12, 13, 14, 15, -1, -1, -1, -1, -1));
        sum += Vector512.Shuffle(
            Vector512.Load(t + 64), Vector512.Create(-1, -1, -1, -1, 8, 9, 10, 11, 12, 13, 14, 15, -1, -1, -1, -1));
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Add(float* from, float* to) => (Vector256.Load(to) + Vector256.Load(from)).Store(to);
}
