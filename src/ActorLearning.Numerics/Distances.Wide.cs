using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <remarks>
/// For processors whose registers hold sixteen floats: eight pairs at a time, two vectors against four, in the lanes of
/// <see cref="BlockSquared"/>. Twelve loads serve sixteen differences and as many multiply-adds.
/// </remarks>
public static partial class Distances
{
    /// <summary>
    /// Adds the distances of one block among four vectors from <paramref name="first"/> on, and to all later ones.
    /// </summary>
    private static unsafe void AddWide(ReadOnlySpan<float[]> vectors, int first, int start, int size, Span<double> result)
    {
        var n = vectors.Length;
        fixed (float* b0 = vectors[first], b1 = vectors[first + 1], b2 = vectors[first + 2], b3 = vectors[first + 3])
        {
            Span<float> sums = stackalloc float[8];
            float* y0 = b0 + start, y1 = b1 + start, y2 = b2 + start, y3 = b3 + start;
            SixSquared(y0, y1, y2, y3, size, sums);
            result[(first + 1) * n + first] += sums[0];
            AddRow(sums[1..3], result[((first + 2) * n + first)..]);
            AddRow(sums[3..6], result[((first + 3) * n + first)..]);
            for (var i = first + Four; i < n; i += 2)
            {
                var next = Math.Min(i + 1, n - 1); // A last one alone is taken twice, and counted once.
                fixed (float* a0 = vectors[i], a1 = vectors[next])
                {
                    EightSquared(a0 + start, a1 + start, y0, y1, y2, y3, size, sums);
                }

                AddRow(sums[..4], result[(i * n + first)..]);
                AddRow(sums[4..(next > i ? 8 : 4)], result[(next * n + first)..]);
            }
        }
    }

    private static void AddRow(ReadOnlySpan<float> sums, Span<double> row)
    {
        for (var j = 0; j < sums.Length; j++)
        {
            row[j] += sums[j];
        }
    }

    /// <summary>Two vectors against four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void EightSquared(
        float* x, float* z, float* y0, float* y1, float* y2, float* y3, nint size, Span<float> sums)
    {
        var padded = stackalloc float[6 * Stride];
        var whole = size / Stride * Stride;
        if (whole < size)
        {
            Pad(x + whole, size - whole, padded);
            Pad(z + whole, size - whole, padded + Stride);
            PadFour(y0, y1, y2, y3, whole, size, padded + 2 * Stride);
        }

        Vector512<float> p0, p1, p2, p3, q0, q1, q2, q3, r0, r1, r2, r3, s0, s1, s2, s3;
        p0 = p1 = p2 = p3 = q0 = q1 = q2 = q3 = r0 = r1 = r2 = r3 = s0 = s1 = s2 = s3 = Vector512<float>.Zero;
        var end = whole;
        for (nint i = 0; ;)
        {
            for (; i < end; i += Stride)
            {
                var (a, b) = (Vector512.Load(x + i), Vector512.Load(z + i));
                var y = Vector512.Load(y0 + i);
                (p0, r0) = (Add(a - y, p0), Add(b - y, r0));
                y = Vector512.Load(y1 + i);
                (p1, r1) = (Add(a - y, p1), Add(b - y, r1));
                y = Vector512.Load(y2 + i);
                (p2, r2) = (Add(a - y, p2), Add(b - y, r2));
                y = Vector512.Load(y3 + i);
                (p3, r3) = (Add(a - y, p3), Add(b - y, r3));
                (a, b) = (Vector512.Load(x + i + 16), Vector512.Load(z + i + 16));
                y = Vector512.Load(y0 + i + 16);
                (q0, s0) = (Add(a - y, q0), Add(b - y, s0));
                y = Vector512.Load(y1 + i + 16);
                (q1, s1) = (Add(a - y, q1), Add(b - y, s1));
                y = Vector512.Load(y2 + i + 16);
                (q2, s2) = (Add(a - y, q2), Add(b - y, s2));
                y = Vector512.Load(y3 + i + 16);
                (q3, s3) = (Add(a - y, q3), Add(b - y, s3));
            }

            if (end >= size)
            {
                break;
            }

            x = padded - i;
            z = x + Stride;
            y0 = x + 2 * Stride;
            y1 = x + 3 * Stride;
            y2 = x + 4 * Stride;
            y3 = x + 5 * Stride;
            end += Stride;
        }

        (sums[0], sums[1], sums[2], sums[3]) = (Join(p0, q0), Join(p1, q1), Join(p2, q2), Join(p3, q3));
        (sums[4], sums[5], sums[6], sums[7]) = (Join(r0, s0), Join(r1, s1), Join(r2, s2), Join(r3, s3));
    }

    /// <summary>Four vectors among themselves: 1 to 0, 2 to 0 and 1, 3 to 0, 1 and 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void SixSquared(float* y0, float* y1, float* y2, float* y3, nint size, Span<float> sums)
    {
        var padded = stackalloc float[4 * Stride];
        var whole = size / Stride * Stride;
        if (whole < size)
        {
            PadFour(y0, y1, y2, y3, whole, size, padded);
        }

        Vector512<float> p0, p1, p2, p3, p4, p5, q0, q1, q2, q3, q4, q5;
        p0 = p1 = p2 = p3 = p4 = p5 = q0 = q1 = q2 = q3 = q4 = q5 = Vector512<float>.Zero;
        var end = whole;
        for (nint i = 0; ;)
        {
            for (; i < end; i += Stride)
            {
                var (a, b) = (Vector512.Load(y0 + i), Vector512.Load(y1 + i));
                var (c, d) = (Vector512.Load(y2 + i), Vector512.Load(y3 + i));
                (p0, p1, p2) = (Add(b - a, p0), Add(c - a, p1), Add(c - b, p2));
                (p3, p4, p5) = (Add(d - a, p3), Add(d - b, p4), Add(d - c, p5));
                (a, b) = (Vector512.Load(y0 + i + 16), Vector512.Load(y1 + i + 16));
                (c, d) = (Vector512.Load(y2 + i + 16), Vector512.Load(y3 + i + 16));
                (q0, q1, q2) = (Add(b - a, q0), Add(c - a, q1), Add(c - b, q2));
                (q3, q4, q5) = (Add(d - a, q3), Add(d - b, q4), Add(d - c, q5));
            }

            if (end >= size)
            {
                break;
            }

            y0 = padded - i;
            y1 = y0 + Stride;
            y2 = y0 + 2 * Stride;
            y3 = y0 + 3 * Stride;
            end += Stride;
        }

        (sums[0], sums[1], sums[2]) = (Join(p0, q0), Join(p1, q1), Join(p2, q2));
        (sums[3], sums[4], sums[5]) = (Join(p3, q3), Join(p4, q4), Join(p5, q5));
    }

    private static unsafe void PadFour(float* y0, float* y1, float* y2, float* y3, nint from, nint to, float* padded)
    {
        Pad(y0 + from, to - from, padded);
        Pad(y1 + from, to - from, padded + Stride);
        Pad(y2 + from, to - from, padded + 2 * Stride);
        Pad(y3 + from, to - from, padded + 3 * Stride);
    }

    /// <summary>The last values of a vector with zeros behind them: their differences add nothing.</summary>
    private static unsafe void Pad(float* rest, nint count, float* padded)
    {
        for (nint i = 0; i < Stride; i++)
        {
            padded[i] = i < count ? rest[i] : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Add(Vector512<float> d, Vector512<float> sum) => Vector512.FusedMultiplyAdd(d, d, sum);

    /// <summary>The tree of <see cref="BlockSquared"/> over its four registers of eight lanes.</summary>
    private static float Join(Vector512<float> low, Vector512<float> high) =>
        Lanes.Sum((low.GetLower() + low.GetUpper()) + (high.GetLower() + high.GetUpper()));
}
