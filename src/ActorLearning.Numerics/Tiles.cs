using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <summary>Register tiles: a few rows of a left-hand matrix times one panel of sixteen columns.</summary>
/// <remarks>
/// A tile is r rows of A times one panel: 2r accumulators stay in registers while k runs. Six rows take twelve accumulators, two
/// vectors of B and one broadcast of A: fifteen of the sixteen registers.
/// </remarks>
internal static partial class Tiles
{
    /// <summary>The most rows a tile takes.</summary>
    public const int Most = 12;

    /// <summary>How many rows the next tile takes: six fill the registers best; eight left are two fours.</summary>
    public static int Rows(int left) => Vector512.IsHardwareAccelerated && left >= 7
        ? WideRows(left)
        : left == 8 ? 4 : left >= 6 ? 6 : left >= 4 ? 4 : left >= 2 ? 2 : 1;

    /// <summary>C (rows×16, row stride n) ← or + A (rows×k) · panel (k×16).</summary>
    public static unsafe void Run<TPanel>(
        int rows, float* a, int rowStride, int columnStride, TPanel panel, float* c, int n, int k, bool accumulate)
        where TPanel : struct, IPanel
    {
        switch (rows)
        {
            case 12: Twelve(a, rowStride, columnStride, panel, c, n, k, accumulate); break;
            case 8: Eight(a, rowStride, columnStride, panel, c, n, k, accumulate); break;
            case 6: Six(a, rowStride, columnStride, panel, c, n, k, accumulate); break;
            case 4: Four(a, rowStride, columnStride, panel, c, n, k, accumulate); break;
            case 2: Two(a, rowStride, columnStride, panel, c, n, k, accumulate); break;
            default: One(a, columnStride, panel, c, k, accumulate); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Six<TPanel>(float* a, nint r, nint s, TPanel p, float* c, nint n, int k, bool accumulate)
        where TPanel : struct, IPanel
    {
        Vector256<float> c00, c01, c10, c11, c20, c21, c30, c31, c40, c41, c50, c51;
        c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = c40 = c41 = c50 = c51 = Vector256<float>.Zero;
        if (accumulate)
        {
            (c00, c01) = (Vector256.Load(c), Vector256.Load(c + 8));
            (c10, c11) = (Vector256.Load(c + n), Vector256.Load(c + n + 8));
            (c20, c21) = (Vector256.Load(c + 2 * n), Vector256.Load(c + 2 * n + 8));
            (c30, c31) = (Vector256.Load(c + 3 * n), Vector256.Load(c + 3 * n + 8));
            (c40, c41) = (Vector256.Load(c + 4 * n), Vector256.Load(c + 4 * n + 8));
            (c50, c51) = (Vector256.Load(c + 5 * n), Vector256.Load(c + 5 * n + 8));
        }

        var (r3, r5) = (3 * r, 5 * r);
        for (nint i = 0; i < k; i++, a += s)
        {
            var b0 = p.Low(i);
            var b1 = p.High(i);
            var x = Vector256.Create(*a);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(a[r]);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            x = Vector256.Create(a[2 * r]);
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            x = Vector256.Create(a[r3]);
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
            x = Vector256.Create(a[4 * r]);
            c40 = Vector256.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector256.FusedMultiplyAdd(x, b1, c41);
            x = Vector256.Create(a[r5]);
            c50 = Vector256.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector256.FusedMultiplyAdd(x, b1, c51);
        }

        c00.Store(c);
        c01.Store(c + 8);
        c10.Store(c + n);
        c11.Store(c + n + 8);
        c20.Store(c + 2 * n);
        c21.Store(c + 2 * n + 8);
        c30.Store(c + 3 * n);
        c31.Store(c + 3 * n + 8);
        c40.Store(c + 4 * n);
        c41.Store(c + 4 * n + 8);
        c50.Store(c + 5 * n);
        c51.Store(c + 5 * n + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Four<TPanel>(float* a, nint r, nint s, TPanel p, float* c, nint n, int k, bool accumulate)
        where TPanel : struct, IPanel
    {
        Vector256<float> c00, c01, c10, c11, c20, c21, c30, c31;
        c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = Vector256<float>.Zero;
        if (accumulate)
        {
            (c00, c01) = (Vector256.Load(c), Vector256.Load(c + 8));
            (c10, c11) = (Vector256.Load(c + n), Vector256.Load(c + n + 8));
            (c20, c21) = (Vector256.Load(c + 2 * n), Vector256.Load(c + 2 * n + 8));
            (c30, c31) = (Vector256.Load(c + 3 * n), Vector256.Load(c + 3 * n + 8));
        }

        var r3 = 3 * r;
        for (nint i = 0; i < k; i++, a += s)
        {
            var b0 = p.Low(i);
            var b1 = p.High(i);
            var x = Vector256.Create(*a);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(a[r]);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            x = Vector256.Create(a[2 * r]);
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            x = Vector256.Create(a[r3]);
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
        }

        c00.Store(c);
        c01.Store(c + 8);
        c10.Store(c + n);
        c11.Store(c + n + 8);
        c20.Store(c + 2 * n);
        c21.Store(c + 2 * n + 8);
        c30.Store(c + 3 * n);
        c31.Store(c + 3 * n + 8);
    }

    private static unsafe void Two<TPanel>(float* a, nint r, nint s, TPanel p, float* c, nint n, int k, bool accumulate)
        where TPanel : struct, IPanel
    {
        Vector256<float> c00, c01, c10, c11;
        c00 = c01 = c10 = c11 = Vector256<float>.Zero;
        if (accumulate)
        {
            (c00, c01) = (Vector256.Load(c), Vector256.Load(c + 8));
            (c10, c11) = (Vector256.Load(c + n), Vector256.Load(c + n + 8));
        }

        for (nint i = 0; i < k; i++, a += s)
        {
            var b0 = p.Low(i);
            var b1 = p.High(i);
            var x = Vector256.Create(*a);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(a[r]);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
        }

        c00.Store(c);
        c01.Store(c + 8);
        c10.Store(c + n);
        c11.Store(c + n + 8);
    }

    private static unsafe void One<TPanel>(float* a, nint s, TPanel p, float* c, int k, bool accumulate)
        where TPanel : struct, IPanel
    {
        var c0 = accumulate ? Vector256.Load(c) : Vector256<float>.Zero;
        var c1 = accumulate ? Vector256.Load(c + 8) : Vector256<float>.Zero;
        for (nint i = 0; i < k; i++, a += s)
        {
            var x = Vector256.Create(*a);
            c0 = Vector256.FusedMultiplyAdd(x, p.Low(i), c0);
            c1 = Vector256.FusedMultiplyAdd(x, p.High(i), c1);
        }

        c0.Store(c);
        c1.Store(c + 8);
    }
}
