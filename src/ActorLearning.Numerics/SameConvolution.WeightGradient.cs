using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <remarks>
/// The gradient of the weights. Sixteen output channels lie side by side, so that one broadcast input serves all of them; a tile
/// is two kernel rows, or four where registers hold sixteen floats, of three weights each. Positions run through the frame's
/// lines without a break: between two lines the gradient is zero and adds nothing.
/// </remarks>
public sealed partial class SameConvolution
{
    private const int Panel = PackedPanel.Width;

    private int Positions => (height - 1) * FrameWidth + width;

    /// <summary>weightGradient (outputs × inputs × 3 × 3) ← Σ over all images of outputGradient · patchesᵀ.</summary>
    public unsafe void WeightGradient(
        ReadOnlySpan<float> images, ReadOnlySpan<float> outputGradients, Span<float> weightGradient, int batch, Scratch scratch)
    {
        var mark = scratch.Position;
        var rows = inputs * Kernel;
        var panels = (outputs + Panel - 1) / Panel;
        var frames = scratch.Take(inputs * FrameSize);
        var packed = scratch.Take(2 * Positions * Panel);
        var sums = scratch.Take(panels * rows * Kernel * Panel);
        frames.Clear();
        sums.Clear();
        fixed (float* x = frames, d = packed, s = sums)
        {
            for (var image = 0; image < batch; image++)
            {
                Frame(images.Slice(image * inputs * height * width, inputs * height * width), frames, inputs);
                var gradients = outputGradients.Slice(image * outputs * height * width, outputs * height * width);
                for (var panel = 0; panel < panels; panel++)
                {
                    var target = s + panel * rows * Kernel * Panel;
                    Pack(gradients, panel, packed);
                    if (Vector512.IsHardwareAccelerated && panel + 1 < panels)
                    {
                        panel++;
                        Pack(gradients, panel, packed[(Positions * Panel)..]);
                        AddRowsToTwoPanels(x, d, target, rows * Kernel * Panel, rows);
                    }
                    else
                    {
                        AddRows(x, d, target, 0, rows);
                    }
                }
            }
        }

        for (var output = 0; output < outputs; output++)
        {
            for (var tap = 0; tap < inputs * Taps; tap++)
            {
                weightGradient[output * inputs * Taps + tap] =
                    sums[(output / Panel * inputs * Taps + tap) * Panel + output % Panel];
            }
        }

        scratch.Release(mark);
    }

    /// <summary>A gradient a channel to sixteen channels a position, zeros between the lines and for missing channels.</summary>
    private void Pack(ReadOnlySpan<float> gradients, int panel, Span<float> packed)
    {
        var (plane, channels) = (height * width, Math.Min(Panel, outputs - panel * Panel));
        gradients = gradients[(panel * Panel * plane)..];
        for (var y = 0; y < height; y++)
        {
            var line = packed[(y * FrameWidth * Panel)..];
            for (var x = 0; x < width; x += Lanes.Count)
            {
                var target = line.Slice(x * Panel, Lanes.Count * Panel);
                if (channels < Panel)
                {
                    target.Clear();
                }

                for (var channel = 0; channel < channels; channel += Lanes.Count)
                {
                    var source = gradients[(channel * plane + y * width + x)..];
                    MatrixMultiply.Transpose(source, plane, Math.Min(Lanes.Count, channels - channel), target[channel..]);
                }
            }

            if (y < height - 1)
            {
                line.Slice(width * Panel, 2 * Panel).Clear();
            }
        }
    }

    private unsafe void AddRows(float* x, float* d, float* sums, int row, int rows)
    {
        while (row < rows)
        {
            var count = Vector512.IsHardwareAccelerated && rows - row >= 4 ? 4 : rows - row >= 2 ? 2 : 1;
            var target = sums + row * Kernel * Panel;
            switch (count)
            {
                case 4: Four(Row(x, row), Row(x, row + 1), Row(x, row + 2), Row(x, row + 3), d, target, Positions); break;
                case 2: Two(Row(x, row), Row(x, row + 1), d, target, Positions); break;
                default: One(Row(x, row), d, target, Positions); break;
            }

            row += count;
        }
    }

    private unsafe float* Row(float* x, int row) => x + row / Kernel * FrameSize + row % Kernel * FrameWidth;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Four(float* a, float* b, float* c, float* e, float* d, float* sums, nint positions)
    {
        var (a0, a1, a2) = (Vector512.Load(sums), Vector512.Load(sums + 16), Vector512.Load(sums + 32));
        var (b0, b1, b2) = (Vector512.Load(sums + 48), Vector512.Load(sums + 64), Vector512.Load(sums + 80));
        var (c0, c1, c2) = (Vector512.Load(sums + 96), Vector512.Load(sums + 112), Vector512.Load(sums + 128));
        var (e0, e1, e2) = (Vector512.Load(sums + 144), Vector512.Load(sums + 160), Vector512.Load(sums + 176));
        for (nint i = 0; i < positions; i++)
        {
            var g = Vector512.Load(d + i * Panel);
            a0 = Vector512.FusedMultiplyAdd(g, Vector512.Create(a[i]), a0);
            a1 = Vector512.FusedMultiplyAdd(g, Vector512.Create(a[i + 1]), a1);
            a2 = Vector512.FusedMultiplyAdd(g, Vector512.Create(a[i + 2]), a2);
            b0 = Vector512.FusedMultiplyAdd(g, Vector512.Create(b[i]), b0);
            b1 = Vector512.FusedMultiplyAdd(g, Vector512.Create(b[i + 1]), b1);
            b2 = Vector512.FusedMultiplyAdd(g, Vector512.Create(b[i + 2]), b2);
            c0 = Vector512.FusedMultiplyAdd(g, Vector512.Create(c[i]), c0);
            c1 = Vector512.FusedMultiplyAdd(g, Vector512.Create(c[i + 1]), c1);
            c2 = Vector512.FusedMultiplyAdd(g, Vector512.Create(c[i + 2]), c2);
            e0 = Vector512.FusedMultiplyAdd(g, Vector512.Create(e[i]), e0);
            e1 = Vector512.FusedMultiplyAdd(g, Vector512.Create(e[i + 1]), e1);
            e2 = Vector512.FusedMultiplyAdd(g, Vector512.Create(e[i + 2]), e2);
        }

        a0.Store(sums);
        a1.Store(sums + 16);
        a2.Store(sums + 32);
        b0.Store(sums + 48);
        b1.Store(sums + 64);
        b2.Store(sums + 80);
        c0.Store(sums + 96);
        c1.Store(sums + 112);
        c2.Store(sums + 128);
        e0.Store(sums + 144);
        e1.Store(sums + 160);
        e2.Store(sums + 176);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Two(float* a, float* b, float* d, float* sums, nint positions)
    {
        var (a0, a1, a2) = (Vector256.Load(sums), Vector256.Load(sums + 16), Vector256.Load(sums + 32));
        var (b0, b1, b2) = (Vector256.Load(sums + 48), Vector256.Load(sums + 64), Vector256.Load(sums + 80));
        var (c0, c1, c2) = (Vector256.Load(sums + 8), Vector256.Load(sums + 24), Vector256.Load(sums + 40));
        var (e0, e1, e2) = (Vector256.Load(sums + 56), Vector256.Load(sums + 72), Vector256.Load(sums + 88));
        for (nint i = 0; i < positions; i++)
        {
            var (low, high) = (Vector256.Load(d + i * Panel), Vector256.Load(d + i * Panel + 8));
            var x = Vector256.Create(a[i]);
            a0 = Vector256.FusedMultiplyAdd(low, x, a0);
            c0 = Vector256.FusedMultiplyAdd(high, x, c0);
            x = Vector256.Create(a[i + 1]);
            a1 = Vector256.FusedMultiplyAdd(low, x, a1);
            c1 = Vector256.FusedMultiplyAdd(high, x, c1);
            x = Vector256.Create(a[i + 2]);
            a2 = Vector256.FusedMultiplyAdd(low, x, a2);
            c2 = Vector256.FusedMultiplyAdd(high, x, c2);
            x = Vector256.Create(b[i]);
            b0 = Vector256.FusedMultiplyAdd(low, x, b0);
            e0 = Vector256.FusedMultiplyAdd(high, x, e0);
            x = Vector256.Create(b[i + 1]);
            b1 = Vector256.FusedMultiplyAdd(low, x, b1);
            e1 = Vector256.FusedMultiplyAdd(high, x, e1);
            x = Vector256.Create(b[i + 2]);
            b2 = Vector256.FusedMultiplyAdd(low, x, b2);
            e2 = Vector256.FusedMultiplyAdd(high, x, e2);
        }

        a0.Store(sums);
        a1.Store(sums + 16);
        a2.Store(sums + 32);
        b0.Store(sums + 48);
        b1.Store(sums + 64);
        b2.Store(sums + 80);
        c0.Store(sums + 8);
        c1.Store(sums + 24);
        c2.Store(sums + 40);
        e0.Store(sums + 56);
        e1.Store(sums + 72);
        e2.Store(sums + 88);
    }

    private static unsafe void One(float* a, float* d, float* sums, nint positions)
    {
        var (a0, a1, a2) = (Vector256.Load(sums), Vector256.Load(sums + 16), Vector256.Load(sums + 32));
        var (c0, c1, c2) = (Vector256.Load(sums + 8), Vector256.Load(sums + 24), Vector256.Load(sums + 40));
        for (nint i = 0; i < positions; i++)
        {
            var (low, high) = (Vector256.Load(d + i * Panel), Vector256.Load(d + i * Panel + 8));
            var (x, y, z) = (Vector256.Create(a[i]), Vector256.Create(a[i + 1]), Vector256.Create(a[i + 2]));
            a0 = Vector256.FusedMultiplyAdd(low, x, a0);
            a1 = Vector256.FusedMultiplyAdd(low, y, a1);
            a2 = Vector256.FusedMultiplyAdd(low, z, a2);
            c0 = Vector256.FusedMultiplyAdd(high, x, c0);
            c1 = Vector256.FusedMultiplyAdd(high, y, c1);
            c2 = Vector256.FusedMultiplyAdd(high, z, c2);
        }

        a0.Store(sums);
        a1.Store(sums + 16);
        a2.Store(sums + 32);
        c0.Store(sums + 8);
        c1.Store(sums + 24);
        c2.Store(sums + 40);
    }
}
