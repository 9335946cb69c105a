using ActorLearning.Robustness.Aggregation;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Testing.Promises;

/// <summary>
/// (f, κ)-robustness: ‖R(x) − mean of U‖² ≤ κ/|U| · Σ over U of ‖x − mean of U‖² for every U of m − f models.
/// </summary>
/// <remarks>
/// Allouah et al. 2023. Known for trimmed mean, median and geometric median, alone and behind nearest-neighbour mixing.
/// </remarks>
public static class RobustnessBound
{
    /// <summary>κ of a pipeline for m models, f of them Byzantine; null where no bound is known.</summary>
    public static double? Kappa(AggregationPipeline pipeline, int models, int byzantine)
    {
        var names = pipeline.Text.Split('|').Select(part => Call.Parse(part)?.Name).ToArray();
        if (2 * byzantine >= models || names[..^1].Any(name => name != "nnm"))
        {
            return null;
        }

        var ratio = (double)byzantine / (models - (2 * byzantine));
        double? kappa = names[^1] switch
        {
            "trimmed-mean" => 6 * ratio * (1 + ratio),
            "median" or "geometric-median" => 4 * (1 + ratio) * (1 + ratio),
            _ => null,
        };
        foreach (var _ in names[..^1])
        {
            kappa = 8.0 * byzantine / (models - byzantine) * (1 + kappa);
        }

        return kappa;
    }

    /// <summary>
    /// Squared distance of a result from the mean of the chosen models, their variance, and how much of the distance may be
    /// rounding.
    /// </summary>
    public static (double Distance, double Variance, double Rounding) Measure(
        ReadOnlySpan<float> result, ReadOnlySpan<float[]> chosen)
    {
        var (distance, variance, largest) = (0.0, 0.0, 1.0);
        for (var i = 0; i < result.Length; i++)
        {
            var mean = 0.0;
            foreach (var model in chosen)
            {
                mean += model[i] / (double)chosen.Length;
                largest = Math.Max(largest, Math.Abs(model[i]));
            }

            distance += (result[i] - mean) * (result[i] - mean);
            foreach (var model in chosen)
            {
                variance += (model[i] - mean) * (model[i] - mean) / chosen.Length;
            }
        }

        return (distance, variance, 1e-11 * largest * largest);
    }
}
