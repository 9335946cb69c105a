using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Attacks;

/// <summary>Baruch's z: how far a lie may stand off so that enough honest models stand further off still.</summary>
/// <remarks>
/// Baruch et al. 2019: z = Φ⁻¹((n − m − s)/(n − m)) with s = ⌊n/2 + 1⌋ − m supporters. The share has to lie between 0 and 1. With
/// m ≥ ⌊n/2 + 1⌋ the attackers are a majority, need no supporter, and z would be infinite; with n = 2 the share is 0. There it is
/// held half a learner away from the end: 1/(2(n − m)) to 1 − 1/(2(n − m)).
/// </remarks>
public static class AutomaticDeviations
{
    /// <summary>z of n learners, m of them Byzantine.</summary>
    public static double Of(int learners, int byzantine)
    {
        var honest = Math.Max(1, learners - byzantine);
        var supporters = learners / 2 + 1 - byzantine;
        var half = 1 / (2.0 * honest);
        return NormalQuantile(Math.Clamp((honest - supporters) / (double)honest, half, 1 - half));
    }

    /// <summary>Φ⁻¹ by bisection, to the last digits a double has; no libm, so that it is the same everywhere.</summary>
    internal static double NormalQuantile(double share)
    {
        if (share > .5)
        {
            return -NormalQuantile(1 - share);
        }

        var (low, high) = (-9.0, 0.0);
        while (low + (high - low) / 2 is var middle && middle > low && middle < high)
        {
            (low, high) = UpperTail(-middle) < share ? (middle, high) : (low, middle);
        }

        return share == .5 ? 0 : high;
    }

    /// <summary>1 − Φ(x), x ≥ 0: ½ − φ(x) Σ x^(2k+1)/(1·3·…·(2k+1)) near 0, a continued fraction (Laplace) in the tail.</summary>
    private static double UpperTail(double x)
    {
        var density = .3989422804014327 * Elementary.Exp(-.5 * x * x);
        if (x > 3)
        {
            var fraction = x;
            for (var k = 200; k >= 1; k--)
            {
                fraction = x + k / fraction;
            }

            return density / fraction;
        }

        var (sum, term) = (x, x);
        for (var k = 1; term > 1e-18 * sum; k++)
        {
            term *= x * x / (2 * k + 1);
            sum += term;
        }

        return .5 - density * sum;
    }
}
