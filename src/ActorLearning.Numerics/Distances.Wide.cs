using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <remarks>For processors whose registers hold sixteen floats: four pairs at a time, in the lanes of one pair alone.</remarks>
public static partial class Distances
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe (float D0, float D1, float D2, float D3) FourSquared(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b0, ReadOnlySpan<float> b1, ReadOnlySpan<float> b2, ReadOnlySpan<float> b3)
    {
        // The rest goes into the same lanes with zeros behind it: their differences add nothing.
        var whole = a.Length / Stride * Stride;
        Span<float> padded = stackalloc float[5 * Stride];
        padded.Clear();
        a[whole..].CopyTo(padded);
        b0[whole..].CopyTo(padded[Stride..]);
        b1[whole..].CopyTo(padded[(2 * Stride)..]);
        b2[whole..].CopyTo(padded[(3 * Stride)..]);
        b3[whole..].CopyTo(padded[(4 * Stride)..]);
        Vector512<float> low0, low1, low2, low3, high0, high1, high2, high3;
        low0 = low1 = low2 = low3 = high0 = high1 = high2 = high3 = Vector512<float>.Zero;
        fixed (float* pa = a, p0 = b0, p1 = b1, p2 = b2, p3 = b3, rest = padded)
        {
            float* x = pa, y0 = p0, y1 = p1, y2 = p2, y3 = p3;
            for (nint i = 0, end = whole; i <= end; i += Stride)
            {
                if (i == end)
                {
                    x = rest;
                    y0 = rest + Stride;
                    y1 = rest + 2 * Stride;
                    y2 = rest + 3 * Stride;
                    y3 = rest + 4 * Stride;
                    (i, end) = (0, 0);
                }

                var (low, high) = (Vector512.Load(x + i), Vector512.Load(x + i + 16));
                low0 = Add(low - Vector512.Load(y0 + i), low0);
                high0 = Add(high - Vector512.Load(y0 + i + 16), high0);
                low1 = Add(low - Vector512.Load(y1 + i), low1);
                high1 = Add(high - Vector512.Load(y1 + i + 16), high1);
                low2 = Add(low - Vector512.Load(y2 + i), low2);
                high2 = Add(high - Vector512.Load(y2 + i + 16), high2);
                low3 = Add(low - Vector512.Load(y3 + i), low3);
                high3 = Add(high - Vector512.Load(y3 + i + 16), high3);
            }
        }

        return (Join(low0, high0), Join(low1, high1), Join(low2, high2), Join(low3, high3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Add(Vector512<float> d, Vector512<float> sum) => Vector512.FusedMultiplyAdd(d, d, sum);

    /// <summary>The tree of <see cref="BlockSquared"/> over its four registers of eight lanes.</summary>
    private static float Join(Vector512<float> low, Vector512<float> high) =>
        Lanes.Sum((low.GetLower() + low.GetUpper()) + (high.GetLower() + high.GetUpper()));
}
