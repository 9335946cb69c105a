using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <remarks>
/// Two panels side by side: one broadcast of A serves thirty-two columns, so that the multiply-adds and not the loads set the
/// pace. Twelve rows take twenty-four of the thirty-two wide registers. The chains, and so the bits, are those of one panel.
/// </remarks>
internal static partial class Tiles
{
    /// <summary>Two tiles that share their rows of A: c += A · p and g += A · q, each rows×16 with row stride n.</summary>
    public static unsafe void AddPair<TPanel>(
        int rows, float* a, int rowStride, int columnStride, TPanel p, TPanel q, float* c, float* g, int n, int k)
        where TPanel : struct, IPanel
    {
        switch (rows)
        {
            case 12: TwelvePair(a, rowStride, columnStride, p, q, c, g, n, k); break;
            case 8: EightPair(a, rowStride, columnStride, p, q, c, g, n, k); break;
            default:
                Run(rows, a, rowStride, columnStride, p, c, n, k, accumulate: true);
                Run(rows, a, rowStride, columnStride, q, g, n, k, accumulate: true);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void TwelvePair<TPanel>(
        float* a, nint r, nint s, TPanel p, TPanel q, float* c, float* g, nint n, int k)
        where TPanel : struct, IPanel
    {
        var (c0, g0) = (Vector512.Load(c), Vector512.Load(g));
        var (c1, g1) = (Vector512.Load(c + n), Vector512.Load(g + n));
        var (c2, g2) = (Vector512.Load(c + 2 * n), Vector512.Load(g + 2 * n));
        var (c3, g3) = (Vector512.Load(c + 3 * n), Vector512.Load(g + 3 * n));
        var (c4, g4) = (Vector512.Load(c + 4 * n), Vector512.Load(g + 4 * n));
        var (c5, g5) = (Vector512.Load(c + 5 * n), Vector512.Load(g + 5 * n));
        var (c6, g6) = (Vector512.Load(c + 6 * n), Vector512.Load(g + 6 * n));
        var (c7, g7) = (Vector512.Load(c + 7 * n), Vector512.Load(g + 7 * n));
        var (c8, g8) = (Vector512.Load(c + 8 * n), Vector512.Load(g + 8 * n));
        var (c9, g9) = (Vector512.Load(c + 9 * n), Vector512.Load(g + 9 * n));
        var (c10, g10) = (Vector512.Load(c + 10 * n), Vector512.Load(g + 10 * n));
        var (c11, g11) = (Vector512.Load(c + 11 * n), Vector512.Load(g + 11 * n));
        float* b = a + 3 * r, d = a + 6 * r, e = a + 9 * r;
        for (nint i = 0; i < k; i++, a += s, b += s, d += s, e += s)
        {
            var (x, y) = (p.Wide(i), q.Wide(i));
            Add(Vector512.Create(*a), x, y, ref c0, ref g0);
            Add(Vector512.Create(a[r]), x, y, ref c1, ref g1);
            Add(Vector512.Create(a[2 * r]), x, y, ref c2, ref g2);
            Add(Vector512.Create(*b), x, y, ref c3, ref g3);
            Add(Vector512.Create(b[r]), x, y, ref c4, ref g4);
            Add(Vector512.Create(b[2 * r]), x, y, ref c5, ref g5);
            Add(Vector512.Create(*d), x, y, ref c6, ref g6);
            Add(Vector512.Create(d[r]), x, y, ref c7, ref g7);
            Add(Vector512.Create(d[2 * r]), x, y, ref c8, ref g8);
            Add(Vector512.Create(*e), x, y, ref c9, ref g9);
            Add(Vector512.Create(e[r]), x, y, ref c10, ref g10);
            Add(Vector512.Create(e[2 * r]), x, y, ref c11, ref g11);
        }

        Store(c0, c, g0, g);
        Store(c1, c + n, g1, g + n);
        Store(c2, c + 2 * n, g2, g + 2 * n);
        Store(c3, c + 3 * n, g3, g + 3 * n);
        Store(c4, c + 4 * n, g4, g + 4 * n);
        Store(c5, c + 5 * n, g5, g + 5 * n);
        Store(c6, c + 6 * n, g6, g + 6 * n);
        Store(c7, c + 7 * n, g7, g + 7 * n);
        Store(c8, c + 8 * n, g8, g + 8 * n);
        Store(c9, c + 9 * n, g9, g + 9 * n);
        Store(c10, c + 10 * n, g10, g + 10 * n);
        Store(c11, c + 11 * n, g11, g + 11 * n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void EightPair<TPanel>(
        float* a, nint r, nint s, TPanel p, TPanel q, float* c, float* g, nint n, int k)
        where TPanel : struct, IPanel
    {
        var (c0, g0) = (Vector512.Load(c), Vector512.Load(g));
        var (c1, g1) = (Vector512.Load(c + n), Vector512.Load(g + n));
        var (c2, g2) = (Vector512.Load(c + 2 * n), Vector512.Load(g + 2 * n));
        var (c3, g3) = (Vector512.Load(c + 3 * n), Vector512.Load(g + 3 * n));
        var (c4, g4) = (Vector512.Load(c + 4 * n), Vector512.Load(g + 4 * n));
        var (c5, g5) = (Vector512.Load(c + 5 * n), Vector512.Load(g + 5 * n));
        var (c6, g6) = (Vector512.Load(c + 6 * n), Vector512.Load(g + 6 * n));
        var (c7, g7) = (Vector512.Load(c + 7 * n), Vector512.Load(g + 7 * n));
        float* b = a + 3 * r, d = a + 6 * r;
        for (nint i = 0; i < k; i++, a += s, b += s, d += s)
        {
            var (x, y) = (p.Wide(i), q.Wide(i));
            Add(Vector512.Create(*a), x, y, ref c0, ref g0);
            Add(Vector512.Create(a[r]), x, y, ref c1, ref g1);
            Add(Vector512.Create(a[2 * r]), x, y, ref c2, ref g2);
            Add(Vector512.Create(*b), x, y, ref c3, ref g3);
            Add(Vector512.Create(b[r]), x, y, ref c4, ref g4);
            Add(Vector512.Create(b[2 * r]), x, y, ref c5, ref g5);
            Add(Vector512.Create(*d), x, y, ref c6, ref g6);
            Add(Vector512.Create(d[r]), x, y, ref c7, ref g7);
        }

        Store(c0, c, g0, g);
        Store(c1, c + n, g1, g + n);
        Store(c2, c + 2 * n, g2, g + 2 * n);
        Store(c3, c + 3 * n, g3, g + 3 * n);
        Store(c4, c + 4 * n, g4, g + 4 * n);
        Store(c5, c + 5 * n, g5, g + 5 * n);
        Store(c6, c + 6 * n, g6, g + 6 * n);
        Store(c7, c + 7 * n, g7, g + 7 * n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        Vector512<float> a, Vector512<float> x, Vector512<float> y, ref Vector512<float> c, ref Vector512<float> g)
    {
        c = Vector512.FusedMultiplyAdd(x, a, c);
        g = Vector512.FusedMultiplyAdd(y, a, g);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Store(Vector512<float> first, float* c, Vector512<float> second, float* g)
    {
        first.Store(c);
        second.Store(g);
    }
}
