namespace ActorLearning.Robustness.Attacks;

/// <summary>Finds the factor of a family of lies that moves the victim's aggregate furthest from the honest mean.</summary>
/// <remarks>
/// The line search of Farhadkhani et al. 2022 as ByzFL has it: from 0, step 1; while it gets better the step doubles, then it
/// shrinks by .8 around the last point tried; 16 evaluations.
/// </remarks>
internal readonly ref struct FactorSearch(Rehearsal rehearsal, ReadOnlySpan<float[]> honest, ForgeryFamily family)
{
    private const int Evaluations = 16;
    private const double Outward = 2;
    private const double Inward = .8;

    private readonly ReadOnlySpan<float[]> honest = honest;

    /// <summary>Writes the lie of a factor.</summary>
    public static void Write(ForgeryFamily family, ReadOnlySpan<float[]> honest, double factor, Span<float> forged)
    {
        var isEmpire = family == ForgeryFamily.FallOfEmpires;
        var sign = family == ForgeryFamily.LittleIsEnoughBelow ? -1 : 1;
        CoordinateStatistics.Combine(
            honest, scale: isEmpire ? (float)-factor : 1, factor: isEmpire ? 0 : (float)(sign * factor), forged);
    }

    /// <summary>The best factor, and how far it moves the aggregate.</summary>
    public (double Factor, double Shift) Run()
    {
        var (best, step) = ((Factor: 0.0, Shift: ShiftOf(0)), 1.0);
        var (tried, left) = (0.0, Evaluations - 1);
        for (var isBetter = true; isBetter && left > 0; left--)
        {
            tried = best.Factor + step;
            isBetter = Try(tried, ref best);
            step *= isBetter ? Outward : Inward;
        }

        for (; left > 0; left--, step *= Inward)
        {
            tried = Next(tried, best.Factor, step);
            Try(tried, ref best);
        }

        return best;
    }

    private static double Next(double tried, double best, double step)
    {
        if (tried < best)
        {
            return tried + step;
        }

        var next = tried - step;
        while (next < 0)
        {
            next = (next + tried) / 2;
        }

        return next;
    }

    private bool Try(double factor, ref (double Factor, double Shift) best)
    {
        var shift = ShiftOf(factor);
        if (!(shift > best.Shift))
        {
            return false;
        }

        best = (factor, shift);
        return true;
    }

    private double ShiftOf(double factor)
    {
        Write(family, honest, factor, rehearsal.Lie);
        return rehearsal.Shift();
    }
}
