using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Planning;

/// <summary>The hypergeometric distribution: how many marked ones are among <c>drawn</c> taken without replacement.</summary>
/// <remarks>
/// The weights are ratios to the most likely value, by p(k+1)/p(k) = (K−k)(d−k) / ((k+1)(N−K−d+k+1)): no factorial to overflow,
/// no libm, and a tail keeps about twelve digits however small it is, down to 1e-290.
/// </remarks>
public static class Hypergeometric
{
    // Weights fall faster and faster away from the mode: behind one this small the rest of its sum is below the last digit.
    private const double Negligible = 1e-22;

    /// <summary>P(X &gt; k); 0 where it is below the smallest number.</summary>
    /// <param name="population">All there are.</param>
    /// <param name="marked">How many of them are marked.</param>
    /// <param name="drawn">How many are drawn.</param>
    /// <param name="k">Any integer; outside the support the answer is 0 or 1.</param>
    /// <exception cref="ArgumentException">More marked or drawn than there are, or fewer than none.</exception>
    public static double TailAbove(int population, int marked, int drawn, int k)
    {
        var (lower, upper) = Weigh(population, marked, drawn, k);
        return upper / (lower + upper);
    }

    /// <summary>P(X ≤ k).</summary>
    /// <inheritdoc cref="TailAbove"/>
    public static double AtMost(int population, int marked, int drawn, int k)
    {
        var (lower, upper) = Weigh(population, marked, drawn, k);
        return lower / (lower + upper);
    }

    /// <summary>ln P(X ≤ k), with the digits of the tail where it is near 0; −∞ for the impossible.</summary>
    internal static double LogAtMost(int population, int marked, int drawn, int k)
    {
        var (lower, upper) = Weigh(population, marked, drawn, k);
        return upper < lower ? Elementary.LogOnePlus(-upper / (lower + upper)) : Elementary.Log(lower / (lower + upper));
    }

    /// <summary>The summed weights of the values up to <paramref name="k"/> and of those above it.</summary>
    private static (double Lower, double Upper) Weigh(int population, int marked, int drawn, int k)
    {
        Check(population, marked, drawn);
        var lowest = Math.Max(0, drawn - (population - marked));
        var highest = Math.Min(marked, drawn);
        var mode = (int)((drawn + 1L) * (marked + 1L) / (population + 2L));
        mode = Math.Clamp(mode, lowest, highest);
        double lower = 0, upper = 0;
        Add(mode, 1);
        var weight = 1.0;
        for (var i = mode + 1; i <= highest && weight > 0 && (i <= k + 1L || weight > Negligible * upper); i++)
        {
            Add(i, weight *= Ratio(i - 1));
        }

        weight = 1.0;
        for (var i = mode - 1; i >= lowest && weight > 0 && (i >= k || weight > Negligible * lower); i--)
        {
            Add(i, weight /= Ratio(i));
        }

        return (lower, upper);

        // p(i+1) / p(i); every product is below 2⁵³ for populations up to 94 million, so only the division rounds.
        double Ratio(int i) =>
            (double)(marked - i) * (drawn - i) / ((i + 1.0) * ((long)population - marked - drawn + i + 1));

        void Add(int i, double w)
        {
            if (i <= k)
            {
                lower += w;
            }
            else
            {
                upper += w;
            }
        }
    }

    private static void Check(int population, int marked, int drawn)
    {
        if (population < 0 || marked < 0 || marked > population || drawn < 0 || drawn > population)
        {
            throw new ArgumentException(
                $"Cannot draw {drawn} from {population} of which {marked} are marked: both must lie between 0 and {population}.");
        }
    }
}
