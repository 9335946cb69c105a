namespace ActorLearning.Numerics;

/// <summary>Exponential and logarithm from +, ·, / and bit operations alone, so that every machine gives the same bits.</summary>
/// <remarks>Absolute libm differs between platforms in the last bit. Both are within 2 ulp of the exact value.</remarks>
public static partial class Elementary
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Log2E = 1.4426950408889634;

    private const double Greatest = 709.782712893384;
    private const double Least = -745.2;

    // Adding and taking away 1.5·2⁵² rounds to the nearest integer in the current (default) rounding mode.
    private const double RoundingShift = 6755399441055744.0;

    /// <summary>eˣ in float, by way of double.</summary>
    public static float Exp(float x) => (float)Exp((double)x);

    /// <summary>ln x in float, by way of double.</summary>
    public static float Log(float x) => (float)Log((double)x);

    /// <summary>eˣ; 0 below −745.2, ∞ above 709.8, NaN for NaN.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        if (x > Greatest)
        {
            return double.PositiveInfinity;
        }

        if (x < Least)
        {
            return 0;
        }

        var n = (x * Log2E + RoundingShift) - RoundingShift;
        var r = (x - n * Ln2High) - n * Ln2Low;

        // Taylor series to r¹³: |r| ≤ ln2/2, so the rest is below 5e-18.
        var p = 1.0 / 6227020800;
        p = p * r + 1.0 / 479001600;
        p = p * r + 1.0 / 39916800;
        p = p * r + 1.0 / 3628800;
        p = p * r + 1.0 / 362880;
        p = p * r + 1.0 / 40320;
        p = p * r + 1.0 / 5040;
        p = p * r + 1.0 / 720;
        p = p * r + 1.0 / 120;
        p = p * r + 1.0 / 24;
        p = p * r + 1.0 / 6;
        p = p * r + 0.5;
        p = p * r * r + r + 1;

        // Two factors, so that results below the normal range are rounded once and not lost.
        var half = (int)n / 2;
        return p * PowerOfTwo(half) * PowerOfTwo((int)n - half);
    }

    /// <summary>ln x; −∞ for 0, NaN below 0.</summary>
    public static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0)
        {
            return double.NaN;
        }

        if (x == 0)
        {
            return double.NegativeInfinity;
        }

        if (double.IsPositiveInfinity(x))
        {
            return x;
        }

        var exponent = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0; // 2⁵⁴
            exponent = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        // ln m = 2 artanh s, s = (m−1)/(m+1), |s| < .1716: eleven terms leave less than 1e-17.
        var f = mantissa - 1;
        var s = f / (mantissa + 1);
        var z = s * s;
        var p = 1.0 / 23;
        for (var k = 21; k >= 3; k -= 2)
        {
            p = p * z + 1.0 / k;
        }

        return exponent * Ln2High + (2 * s + (2 * s * z * p + exponent * Ln2Low));
    }

    /// <summary>ln(1 + x), exact to the last digits near 0.</summary>
    public static double LogOnePlus(double x)
    {
        if (Math.Abs(x) > 0.5)
        {
            return Log(1 + x);
        }

        // u − 1 is exact, so the second term gives back what 1 + x rounded away.
        var u = 1 + x;
        return Log(u) + (x - (u - 1)) / u;
    }

    /// <summary>xʸ for x ≥ 0.</summary>
    public static double Power(double x, double y) =>
        y == 0 ? 1 : x == 0 ? (y > 0 ? 0 : double.PositiveInfinity) : Exp(y * Log(x));

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
