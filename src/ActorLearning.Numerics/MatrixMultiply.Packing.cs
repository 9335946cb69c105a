using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActorLearning.Numerics;

public static partial class MatrixMultiply
{
    /// <summary>Columns <paramref name="column"/> … of a k×n matrix as k rows of sixteen, the missing columns zero.</summary>
    private static void Pack(ReadOnlySpan<float> b, int column, int width, int n, int k, Span<float> panel)
    {
        if (width == PanelWidth)
        {
            for (var row = 0; row < k; row++)
            {
                Lanes.Store(Lanes.Load(b, row * n + column), panel, row * PanelWidth);
                Lanes.Store(Lanes.Load(b, row * n + column + Lanes.Count), panel, row * PanelWidth + Lanes.Count);
            }

            return;
        }

        for (var row = 0; row < k; row++)
        {
            var target = panel.Slice(row * PanelWidth, PanelWidth);
            b.Slice(row * n + column, width).CopyTo(target);
            target[width..].Clear();
        }
    }

    /// <summary>Rows <paramref name="first"/> … of an n×k matrix as k rows of sixteen: the same panel of its transpose.</summary>
    private static void PackTransposed(ReadOnlySpan<float> b, int first, int width, int k, Span<float> panel)
    {
        var done = 0;
        if (Avx.IsSupported)
        {
            for (; done <= k - Lanes.Count; done += Lanes.Count)
            {
                TransposeEight(b, first * k + done, k, Math.Min(Lanes.Count, width), panel, done * PanelWidth);
                TransposeEight(
                    b, (first + Lanes.Count) * k + done, k, width - Lanes.Count, panel, done * PanelWidth + Lanes.Count);
            }
        }

        if (width < PanelWidth)
        {
            panel[(done * PanelWidth)..(k * PanelWidth)].Clear();
        }

        for (var j = 0; j < width; j++)
        {
            var source = b.Slice((first + j) * k, k);
            for (var row = done; row < k; row++)
            {
                panel[row * PanelWidth + j] = source[row];
            }
        }
    }

    /// <summary>Up to eight rows of eight values to eight rows of sixteen whose first columns they become.</summary>
    internal static void Transpose(ReadOnlySpan<float> from, int stride, int rows, Span<float> to)
    {
        if (Avx.IsSupported && rows == Lanes.Count)
        {
            TransposeEight(from, 0, stride, Lanes.Count, to, 0);
            return;
        }

        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < Lanes.Count; i++)
            {
                to[i * PanelWidth + row] = from[row * stride + i];
            }
        }
    }

    /// <summary>An 8×8 block turned over in registers, missing rows zero. It moves values and computes nothing.</summary>
    private static void TransposeEight(ReadOnlySpan<float> from, int at, int stride, int rows, Span<float> to, int target)
    {
        Vector256<float> r0, r1, r2, r3, r4, r5, r6, r7;
        r0 = rows > 0 ? Lanes.Load(from, at) : default;
        r1 = rows > 1 ? Lanes.Load(from, at + stride) : default;
        r2 = rows > 2 ? Lanes.Load(from, at + 2 * stride) : default;
        r3 = rows > 3 ? Lanes.Load(from, at + 3 * stride) : default;
        r4 = rows > 4 ? Lanes.Load(from, at + 4 * stride) : default;
        r5 = rows > 5 ? Lanes.Load(from, at + 5 * stride) : default;
        r6 = rows > 6 ? Lanes.Load(from, at + 6 * stride) : default;
        r7 = rows > 7 ? Lanes.Load(from, at + 7 * stride) : default;
        var (t0, t1) = (Avx.UnpackLow(r0, r1), Avx.UnpackHigh(r0, r1));
        var (t2, t3) = (Avx.UnpackLow(r2, r3), Avx.UnpackHigh(r2, r3));
        var (t4, t5) = (Avx.UnpackLow(r4, r5), Avx.UnpackHigh(r4, r5));
        var (t6, t7) = (Avx.UnpackLow(r6, r7), Avx.UnpackHigh(r6, r7));
        var (u0, u1) = (Avx.Shuffle(t0, t2, 0x44), Avx.Shuffle(t0, t2, 0xEE));
        var (u2, u3) = (Avx.Shuffle(t1, t3, 0x44), Avx.Shuffle(t1, t3, 0xEE));
        var (u4, u5) = (Avx.Shuffle(t4, t6, 0x44), Avx.Shuffle(t4, t6, 0xEE));
        var (u6, u7) = (Avx.Shuffle(t5, t7, 0x44), Avx.Shuffle(t5, t7, 0xEE));
        Lanes.Store(Avx.Permute2x128(u0, u4, 0x20), to, target);
        Lanes.Store(Avx.Permute2x128(u1, u5, 0x20), to, target + PanelWidth);
        Lanes.Store(Avx.Permute2x128(u2, u6, 0x20), to, target + 2 * PanelWidth);
        Lanes.Store(Avx.Permute2x128(u3, u7, 0x20), to, target + 3 * PanelWidth);
        Lanes.Store(Avx.Permute2x128(u0, u4, 0x31), to, target + 4 * PanelWidth);
        Lanes.Store(Avx.Permute2x128(u1, u5, 0x31), to, target + 5 * PanelWidth);
        Lanes.Store(Avx.Permute2x128(u2, u6, 0x31), to, target + 6 * PanelWidth);
        Lanes.Store(Avx.Permute2x128(u3, u7, 0x31), to, target + 7 * PanelWidth);
    }
}
