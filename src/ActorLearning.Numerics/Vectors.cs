using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <summary>Kernels over whole vectors. Spans in, spans out, nothing allocated; the order of every sum is fixed.</summary>
/// <remarks>Reductions put element i into lane i mod 32 with a fused multiply-add, then join the lanes in a fixed tree.</remarks>
public static partial class Vectors
{
    private const int Stride = 4 * Lanes.Count;

    /// <summary>Inner product Σ aᵢ bᵢ of two vectors of equal length.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        SameLength(a.Length, b.Length);
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        var i = 0;
        for (; i <= a.Length - Stride; i += Stride)
        {
            s0 = Vector256.FusedMultiplyAdd(Lanes.Load(a, i), Lanes.Load(b, i), s0);
            s1 = Vector256.FusedMultiplyAdd(Lanes.Load(a, i + 8), Lanes.Load(b, i + 8), s1);
            s2 = Vector256.FusedMultiplyAdd(Lanes.Load(a, i + 16), Lanes.Load(b, i + 16), s2);
            s3 = Vector256.FusedMultiplyAdd(Lanes.Load(a, i + 24), Lanes.Load(b, i + 24), s3);
        }

        for (var lane = 0; i < a.Length; i += Lanes.Count, lane++)
        {
            var product = i + Lanes.Count <= a.Length
                ? (Lanes.Load(a, i), Lanes.Load(b, i))
                : (Lanes.LoadRest(a, i), Lanes.LoadRest(b, i));
            ref var sum = ref lane == 0 ? ref s0 : ref lane == 1 ? ref s1 : ref lane == 2 ? ref s2 : ref s3;
            sum = Vector256.FusedMultiplyAdd(product.Item1, product.Item2, sum);
        }

        return Lanes.Sum((s0 + s1) + (s2 + s3));
    }

    /// <summary>Σ aᵢ, in the lanes of <see cref="Dot"/>.</summary>
    public static float Sum(ReadOnlySpan<float> a)
    {
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        var i = 0;
        for (; i <= a.Length - Stride; i += Stride)
        {
            s0 += Lanes.Load(a, i);
            s1 += Lanes.Load(a, i + 8);
            s2 += Lanes.Load(a, i + 16);
            s3 += Lanes.Load(a, i + 24);
        }

        for (var lane = 0; i < a.Length; i += Lanes.Count, lane++)
        {
            ref var sum = ref lane == 0 ? ref s0 : ref lane == 1 ? ref s1 : ref lane == 2 ? ref s2 : ref s3;
            sum += i + Lanes.Count <= a.Length ? Lanes.Load(a, i) : Lanes.LoadRest(a, i);
        }

        return Lanes.Sum((s0 + s1) + (s2 + s3));
    }

    /// <summary>y ← y + factor · x, one fused multiply-add an element.</summary>
    public static void AddScaled(float factor, ReadOnlySpan<float> x, Span<float> y)
    {
        SameLength(x.Length, y.Length);
        var f = Vector256.Create(factor);
        var i = 0;
        for (; i <= x.Length - Lanes.Count; i += Lanes.Count)
        {
            Lanes.Store(Vector256.FusedMultiplyAdd(f, Lanes.Load(x, i), Lanes.Load(y, i)), y, i);
        }

        for (; i < x.Length; i++)
        {
            y[i] = MathF.FusedMultiplyAdd(factor, x[i], y[i]);
        }
    }

    /// <summary>result ← factor · x.</summary>
    public static void Scale(float factor, ReadOnlySpan<float> x, Span<float> result)
    {
        SameLength(x.Length, result.Length);
        var f = Vector256.Create(factor);
        var i = 0;
        for (; i <= x.Length - Lanes.Count; i += Lanes.Count)
        {
            Lanes.Store(f * Lanes.Load(x, i), result, i);
        }

        for (; i < x.Length; i++)
        {
            result[i] = factor * x[i];
        }
    }

    /// <summary>Whether every element is a finite number: no NaN, no infinity.</summary>
    public static bool AllFinite(ReadOnlySpan<float> values)
    {
        // x − x is 0 for every finite x and NaN otherwise, so one comparison a vector is enough.
        var i = 0;
        for (; i <= values.Length - Lanes.Count; i += Lanes.Count)
        {
            var x = Lanes.Load(values, i);
            if (!Vector256.EqualsAll(x - x, Vector256<float>.Zero))
            {
                return false;
            }
        }

        for (; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One momentum step of stochastic gradient descent with weight decay outside the momentum.</summary>
    /// <remarks>RPEL, Algorithm 1: m ← βm + (1−β)g; x ← x − η(m + λx).</remarks>
    public static void MomentumStep(
        Span<float> x, Span<float> m, ReadOnlySpan<float> g, float momentum, float rate, float decay)
    {
        SameLength(x.Length, m.Length);
        SameLength(x.Length, g.Length);
        var (keep, take, eta, lambda) = (momentum, 1 - momentum, -rate, decay);
        var (keeps, takes) = (Vector256.Create(keep), Vector256.Create(take));
        var (etas, lambdas) = (Vector256.Create(eta), Vector256.Create(lambda));
        var i = 0;
        for (; i <= x.Length - Lanes.Count; i += Lanes.Count)
        {
            var moved = Vector256.FusedMultiplyAdd(keeps, Lanes.Load(m, i), takes * Lanes.Load(g, i));
            Lanes.Store(moved, m, i);
            var at = Lanes.Load(x, i);
            Lanes.Store(Vector256.FusedMultiplyAdd(etas, Vector256.FusedMultiplyAdd(lambdas, at, moved), at), x, i);
        }

        for (; i < x.Length; i++)
        {
            m[i] = MathF.FusedMultiplyAdd(keep, m[i], take * g[i]);
            x[i] = MathF.FusedMultiplyAdd(eta, MathF.FusedMultiplyAdd(lambda, x[i], m[i]), x[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void SameLength(int a, int b)
    {
        if (a != b)
        {
            throw new ArgumentException($"Vectors of lengths {a} and {b}; they must be equal.");
        }
    }
}
