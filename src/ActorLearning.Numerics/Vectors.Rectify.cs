using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

public static partial class Vectors
{
    /// <summary>result ← max(x, 0), a NaN staying a NaN.</summary>
    public static void Rectify(ReadOnlySpan<float> x, Span<float> result)
    {
        SameLength(x.Length, result.Length);
        var i = 0;
        for (; i <= x.Length - Lanes.Count; i += Lanes.Count)
        {
            var at = Lanes.Load(x, i);
            Lanes.Store(Vector256.ConditionalSelect(Vector256.LessThanOrEqual(at, Vector256<float>.Zero), default, at), result,
                i);
        }

        for (; i < x.Length; i++)
        {
            result[i] = x[i] <= 0 ? 0 : x[i];
        }
    }

    /// <summary>result ← gradient where x &gt; 0, else 0.</summary>
    public static void PassWherePositive(ReadOnlySpan<float> x, ReadOnlySpan<float> gradient, Span<float> result)
    {
        SameLength(x.Length, gradient.Length);
        SameLength(x.Length, result.Length);
        var i = 0;
        for (; i <= x.Length - Lanes.Count; i += Lanes.Count)
        {
            var positive = Vector256.GreaterThan(Lanes.Load(x, i), Vector256<float>.Zero);
            Lanes.Store(Vector256.ConditionalSelect(positive, Lanes.Load(gradient, i), default), result, i);
        }

        for (; i < x.Length; i++)
        {
            result[i] = x[i] > 0 ? gradient[i] : 0;
        }
    }
}
