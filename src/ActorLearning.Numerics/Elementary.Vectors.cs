using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <remarks>Four exponentials at a time: operation for operation those of one, so the bits are the same.</remarks>
public static partial class Elementary
{
    private const int Width = 4;

    /// <summary>Overwrites each value with its exponential.</summary>
    public static void Exp(Span<double> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var i = 0;
        for (; i <= values.Length - Width; i += Width)
        {
            Exp(Vector256.LoadUnsafe(ref first, (nuint)i)).StoreUnsafe(ref first, (nuint)i);
        }

        for (; i < values.Length; i++)
        {
            values[i] = Exp(values[i]);
        }
    }

    private static Vector256<double> Exp(Vector256<double> x)
    {
        var n = (x * Log2E + Vector256.Create(RoundingShift)) - Vector256.Create(RoundingShift);
        var r = (x - n * Ln2High) - n * Ln2Low;
        var p = Vector256.Create(1.0 / 6227020800);
        p = p * r + Vector256.Create(1.0 / 479001600);
        p = p * r + Vector256.Create(1.0 / 39916800);
        p = p * r + Vector256.Create(1.0 / 3628800);
        p = p * r + Vector256.Create(1.0 / 362880);
        p = p * r + Vector256.Create(1.0 / 40320);
        p = p * r + Vector256.Create(1.0 / 5040);
        p = p * r + Vector256.Create(1.0 / 720);
        p = p * r + Vector256.Create(1.0 / 120);
        p = p * r + Vector256.Create(1.0 / 24);
        p = p * r + Vector256.Create(1.0 / 6);
        p = p * r + Vector256.Create(0.5);
        p = p * r * r + r + Vector256<double>.One;
        var half = Vector256.Truncate(n * 0.5);
        var value = p * PowerOfTwo(half) * PowerOfTwo(n - half);
        value = Vector256.ConditionalSelect(
            Vector256.GreaterThan(x, Vector256.Create(Greatest)), Vector256.Create(double.PositiveInfinity), value);
        value = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(Least)), Vector256<double>.Zero, value);
        return Vector256.ConditionalSelect(Vector256.Equals(x, x), value, x);
    }

    /// <summary>2ⁿ for whole n: 2⁵² more and it stands in the low bits, from where it moves into the exponent.</summary>
    private static Vector256<double> PowerOfTwo(Vector256<double> n) =>
        ((n + Vector256.Create(4503599627370496.0 + 1023)).AsInt64() << 52).AsDouble();
}
