using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <remarks>Two panels of sixteen output channels share every broadcast input: twenty-four sums in wide registers.</remarks>
public sealed partial class SameConvolution
{
    private unsafe void AddRowsToTwoPanels(float* x, float* d, float* sums, nint next, int rows)
    {
        var row = 0;
        for (; row <= rows - 4; row += 4)
        {
            var target = sums + row * Kernel * Panel;
            FourRows(
                Row(x, row), Row(x, row + 1), Row(x, row + 2), Row(x, row + 3), d, d + Positions * Panel, target, target + next,
                Positions);
        }

        if (row < rows)
        {
            AddRows(x, d, sums, row, rows);
            AddRows(x, d + Positions * Panel, sums + next, row, rows);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void FourRows(
        float* a, float* b, float* c, float* e, float* d, float* f, float* sums, float* others, nint positions)
    {
        var (a0, a0Next) = (Vector512.Load(sums), Vector512.Load(others));
        var (a1, a1Next) = (Vector512.Load(sums + 16), Vector512.Load(others + 16));
        var (a2, a2Next) = (Vector512.Load(sums + 32), Vector512.Load(others + 32));
        var (b0, b0Next) = (Vector512.Load(sums + 48), Vector512.Load(others + 48));
        var (b1, b1Next) = (Vector512.Load(sums + 64), Vector512.Load(others + 64));
        var (b2, b2Next) = (Vector512.Load(sums + 80), Vector512.Load(others + 80));
        var (c0, c0Next) = (Vector512.Load(sums + 96), Vector512.Load(others + 96));
        var (c1, c1Next) = (Vector512.Load(sums + 112), Vector512.Load(others + 112));
        var (c2, c2Next) = (Vector512.Load(sums + 128), Vector512.Load(others + 128));
        var (e0, e0Next) = (Vector512.Load(sums + 144), Vector512.Load(others + 144));
        var (e1, e1Next) = (Vector512.Load(sums + 160), Vector512.Load(others + 160));
        var (e2, e2Next) = (Vector512.Load(sums + 176), Vector512.Load(others + 176));
        for (nint i = 0; i < positions; i++)
        {
            var (g, h) = (Vector512.Load(d + i * Panel), Vector512.Load(f + i * Panel));
            Add(Vector512.Create(a[i]), g, h, ref a0, ref a0Next);
            Add(Vector512.Create(a[i + 1]), g, h, ref a1, ref a1Next);
            Add(Vector512.Create(a[i + 2]), g, h, ref a2, ref a2Next);
            Add(Vector512.Create(b[i]), g, h, ref b0, ref b0Next);
            Add(Vector512.Create(b[i + 1]), g, h, ref b1, ref b1Next);
            Add(Vector512.Create(b[i + 2]), g, h, ref b2, ref b2Next);
            Add(Vector512.Create(c[i]), g, h, ref c0, ref c0Next);
            Add(Vector512.Create(c[i + 1]), g, h, ref c1, ref c1Next);
            Add(Vector512.Create(c[i + 2]), g, h, ref c2, ref c2Next);
            Add(Vector512.Create(e[i]), g, h, ref e0, ref e0Next);
            Add(Vector512.Create(e[i + 1]), g, h, ref e1, ref e1Next);
            Add(Vector512.Create(e[i + 2]), g, h, ref e2, ref e2Next);
        }

        Store(a0, sums, a0Next, others);
        Store(a1, sums + 16, a1Next, others + 16);
        Store(a2, sums + 32, a2Next, others + 32);
        Store(b0, sums + 48, b0Next, others + 48);
        Store(b1, sums + 64, b1Next, others + 64);
        Store(b2, sums + 80, b2Next, others + 80);
        Store(c0, sums + 96, c0Next, others + 96);
        Store(c1, sums + 112, c1Next, others + 112);
        Store(c2, sums + 128, c2Next, others + 128);
        Store(e0, sums + 144, e0Next, others + 144);
        Store(e1, sums + 160, e1Next, others + 160);
        Store(e2, sums + 176, e2Next, others + 176);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        Vector512<float> x, Vector512<float> g, Vector512<float> h, ref Vector512<float> sum, ref Vector512<float> other)
    {
        sum = Vector512.FusedMultiplyAdd(g, x, sum);
        other = Vector512.FusedMultiplyAdd(h, x, other);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Store(Vector512<float> first, float* sums, Vector512<float> second, float* others)
    {
        first.Store(sums);
        second.Store(others);
    }
}
