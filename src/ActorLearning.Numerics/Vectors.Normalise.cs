using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <remarks>What batch normalisation and its gradient are made of.</remarks>
public static partial class Vectors
{
    /// <summary>Σ (aᵢ − centre)(bᵢ − centre of b): with one vector twice the sum of squared deviations.</summary>
    /// <remarks>The lanes of <see cref="Dot"/>.</remarks>
    public static float CentredDot(ReadOnlySpan<float> a, float centreA, ReadOnlySpan<float> b, float centreB)
    {
        SameLength(a.Length, b.Length);
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        var (ca, cb) = (Vector256.Create(centreA), Vector256.Create(centreB));
        var i = 0;
        for (; i <= a.Length - Stride; i += Stride)
        {
            s0 = Vector256.FusedMultiplyAdd(Lanes.Load(a, i) - ca, Lanes.Load(b, i) - cb, s0);
            s1 = Vector256.FusedMultiplyAdd(Lanes.Load(a, i + 8) - ca, Lanes.Load(b, i + 8) - cb, s1);
            s2 = Vector256.FusedMultiplyAdd(Lanes.Load(a, i + 16) - ca, Lanes.Load(b, i + 16) - cb, s2);
            s3 = Vector256.FusedMultiplyAdd(Lanes.Load(a, i + 24) - ca, Lanes.Load(b, i + 24) - cb, s3);
        }

        for (var lane = 0; i < a.Length; i += Lanes.Count, lane++)
        {
            ref var sum = ref lane == 0 ? ref s0 : ref lane == 1 ? ref s1 : ref lane == 2 ? ref s2 : ref s3;
            sum = i + Lanes.Count <= a.Length
                ? Vector256.FusedMultiplyAdd(Lanes.Load(a, i) - ca, Lanes.Load(b, i) - cb, sum)
                : Vector256.FusedMultiplyAdd(Lanes.LoadRest(a, i) - Rest(ca, a.Length - i), Lanes.LoadRest(b, i) - cb, sum);
        }

        return Lanes.Sum((s0 + s1) + (s2 + s3));
    }

    /// <summary>result ← factor · x + shift, one fused multiply-add an element.</summary>
    public static void Affine(float factor, ReadOnlySpan<float> x, float shift, Span<float> result)
    {
        SameLength(x.Length, result.Length);
        var (f, s) = (Vector256.Create(factor), Vector256.Create(shift));
        var i = 0;
        for (; i <= x.Length - Lanes.Count; i += Lanes.Count)
        {
            Lanes.Store(Vector256.FusedMultiplyAdd(f, Lanes.Load(x, i), s), result, i);
        }

        for (; i < x.Length; i++)
        {
            result[i] = MathF.FusedMultiplyAdd(factor, x[i], shift);
        }
    }

    /// <summary>result ← a · x + (b · y + shift), two fused multiply-adds an element.</summary>
    public static void Affine(
        float a, ReadOnlySpan<float> x, float b, ReadOnlySpan<float> y, float shift, Span<float> result)
    {
        SameLength(x.Length, result.Length);
        SameLength(y.Length, result.Length);
        var (fa, fb, s) = (Vector256.Create(a), Vector256.Create(b), Vector256.Create(shift));
        var i = 0;
        for (; i <= x.Length - Lanes.Count; i += Lanes.Count)
        {
            var inner = Vector256.FusedMultiplyAdd(fb, Lanes.Load(y, i), s);
            Lanes.Store(Vector256.FusedMultiplyAdd(fa, Lanes.Load(x, i), inner), result, i);
        }

        for (; i < x.Length; i++)
        {
            result[i] = MathF.FusedMultiplyAdd(a, x[i], MathF.FusedMultiplyAdd(b, y[i], shift));
        }
    }

    /// <summary>result ← x + value.</summary>
    public static void Add(float value, ReadOnlySpan<float> x, Span<float> result)
    {
        SameLength(x.Length, result.Length);
        var (v, i) = (Vector256.Create(value), 0);
        for (; i <= x.Length - Lanes.Count; i += Lanes.Count)
        {
            Lanes.Store(Lanes.Load(x, i) + v, result, i);
        }

        for (; i < x.Length; i++)
        {
            result[i] = x[i] + value;
        }
    }

    /// <summary>result ← x · y.</summary>
    public static void Multiply(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> result)
    {
        SameLength(x.Length, y.Length);
        SameLength(x.Length, result.Length);
        var i = 0;
        for (; i <= x.Length - Lanes.Count; i += Lanes.Count)
        {
            Lanes.Store(Lanes.Load(x, i) * Lanes.Load(y, i), result, i);
        }

        for (; i < x.Length; i++)
        {
            result[i] = x[i] * y[i];
        }
    }

    /// <summary>The value in the first <paramref name="count"/> lanes, zero in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Rest(Vector256<float> value, int count) => Vector256.ConditionalSelect(
        Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).AsSingle(), value, Vector256<float>.Zero);
}
