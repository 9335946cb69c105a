namespace ActorLearning.Reporting.Sweeps;

/// <summary>A mean over seeds and how sure it is.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Count">How many values.</param>
/// <param name="Deviation">Their standard deviation, of a sample; 0 for one value.</param>
public readonly record struct Estimate(double Mean, int Count, double Deviation)
{
    /// <summary>Student's t at 97.5 % for 1 to 30 degrees of freedom; beyond them it is nearly the normal quantile.</summary>
    private static readonly double[] Student =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];

    /// <summary>Half the width of the 95 % confidence interval of the mean; null for a single value.</summary>
    public double? HalfWidth => Count < 2 ? null
        : (Count - 2 < Student.Length ? Student[Count - 2] : 1.96) * Deviation / Math.Sqrt(Count);

    /// <summary>The estimate from some values; null from none.</summary>
    public static Estimate? Of(IEnumerable<double> values)
    {
        var all = values.ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var mean = all.Average();
        var variance = all.Count < 2 ? 0 : all.Sum(value => (value - mean) * (value - mean)) / (all.Count - 1);
        return new Estimate(mean, all.Count, Math.Sqrt(variance));
    }

    /// <summary>As 0.981 ± 0.004.</summary>
    public string Text => HalfWidth is { } half ? $"{Figures.Share(Mean)} ± {Figures.Share(half)}" : Figures.Share(Mean);
}
