using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <remarks>
/// Tiles for processors whose registers hold a whole row of a panel: twelve rows take twelve of the thirty-two. Every element is
/// the same chain of fused multiply-adds, so the bits are those of the narrow tiles.
/// </remarks>
internal static partial class Tiles
{
    /// <summary>Twelve rows while there are enough, then eight: a broadcast is not worth a tile of fewer.</summary>
    private static int WideRows(int left) => left switch { 16 => 8, >= 12 => 12, >= 8 => 8, _ => 6 };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Twelve<TPanel>(float* a, nint r, nint s, TPanel p, float* c, nint n, int k, bool accumulate)
        where TPanel : struct, IPanel
    {
        Vector512<float> c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11;
        c0 = c1 = c2 = c3 = c4 = c5 = c6 = c7 = c8 = c9 = c10 = c11 = Vector512<float>.Zero;
        if (accumulate)
        {
            (c0, c1) = (Vector512.Load(c), Vector512.Load(c + n));
            (c2, c3) = (Vector512.Load(c + 2 * n), Vector512.Load(c + 3 * n));
            (c4, c5) = (Vector512.Load(c + 4 * n), Vector512.Load(c + 5 * n));
            (c6, c7) = (Vector512.Load(c + 6 * n), Vector512.Load(c + 7 * n));
            (c8, c9) = (Vector512.Load(c + 8 * n), Vector512.Load(c + 9 * n));
            (c10, c11) = (Vector512.Load(c + 10 * n), Vector512.Load(c + 11 * n));
        }

        float* b = a + 3 * r, d = a + 6 * r, e = a + 9 * r;
        for (nint i = 0; i < k; i++, a += s, b += s, d += s, e += s)
        {
            var x = p.Wide(i);
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.Create(*a), c0);
            c1 = Vector512.FusedMultiplyAdd(x, Vector512.Create(a[r]), c1);
            c2 = Vector512.FusedMultiplyAdd(x, Vector512.Create(a[2 * r]), c2);
            c3 = Vector512.FusedMultiplyAdd(x, Vector512.Create(*b), c3);
            c4 = Vector512.FusedMultiplyAdd(x, Vector512.Create(b[r]), c4);
            c5 = Vector512.FusedMultiplyAdd(x, Vector512.Create(b[2 * r]), c5);
            c6 = Vector512.FusedMultiplyAdd(x, Vector512.Create(*d), c6);
            c7 = Vector512.FusedMultiplyAdd(x, Vector512.Create(d[r]), c7);
            c8 = Vector512.FusedMultiplyAdd(x, Vector512.Create(d[2 * r]), c8);
            c9 = Vector512.FusedMultiplyAdd(x, Vector512.Create(*e), c9);
            c10 = Vector512.FusedMultiplyAdd(x, Vector512.Create(e[r]), c10);
            c11 = Vector512.FusedMultiplyAdd(x, Vector512.Create(e[2 * r]), c11);
        }

        c0.Store(c);
        c1.Store(c + n);
        c2.Store(c + 2 * n);
        c3.Store(c + 3 * n);
        c4.Store(c + 4 * n);
        c5.Store(c + 5 * n);
        c6.Store(c + 6 * n);
        c7.Store(c + 7 * n);
        c8.Store(c + 8 * n);
        c9.Store(c + 9 * n);
        c10.Store(c + 10 * n);
        c11.Store(c + 11 * n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Eight<TPanel>(float* a, nint r, nint s, TPanel p, float* c, nint n, int k, bool accumulate)
        where TPanel : struct, IPanel
    {
        Vector512<float> c0, c1, c2, c3, c4, c5, c6, c7;
        c0 = c1 = c2 = c3 = c4 = c5 = c6 = c7 = Vector512<float>.Zero;
        if (accumulate)
        {
            (c0, c1) = (Vector512.Load(c), Vector512.Load(c + n));
            (c2, c3) = (Vector512.Load(c + 2 * n), Vector512.Load(c + 3 * n));
            (c4, c5) = (Vector512.Load(c + 4 * n), Vector512.Load(c + 5 * n));
            (c6, c7) = (Vector512.Load(c + 6 * n), Vector512.Load(c + 7 * n));
        }

        float* b = a + 3 * r, d = a + 6 * r;
        for (nint i = 0; i < k; i++, a += s, b += s, d += s)
        {
            var x = p.Wide(i);
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.Create(*a), c0);
            c1 = Vector512.FusedMultiplyAdd(x, Vector512.Create(a[r]), c1);
            c2 = Vector512.FusedMultiplyAdd(x, Vector512.Create(a[2 * r]), c2);
            c3 = Vector512.FusedMultiplyAdd(x, Vector512.Create(*b), c3);
            c4 = Vector512.FusedMultiplyAdd(x, Vector512.Create(b[r]), c4);
            c5 = Vector512.FusedMultiplyAdd(x, Vector512.Create(b[2 * r]), c5);
            c6 = Vector512.FusedMultiplyAdd(x, Vector512.Create(*d), c6);
            c7 = Vector512.FusedMultiplyAdd(x, Vector512.Create(d[r]), c7);
        }

        c0.Store(c);
        c1.Store(c + n);
        c2.Store(c + 2 * n);
        c3.Store(c + 3 * n);
        c4.Store(c + 4 * n);
        c5.Store(c + 5 * n);
        c6.Store(c + 6 * n);
        c7.Store(c + 7 * n);
    }
}
