using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>geometric-median</c>: the point with the least sum of distances Σ ‖xⱼ − z‖ to the models.</summary>
/// <remarks>
/// Weiszfeld 1937, smoothed as in Pillutla et al. 2022: z ← Σ xⱼ/dⱼ / Σ 1/dⱼ with dⱼ no less than a millionth of the mean
/// distance, until no weight moves by more than the tolerance. z is a weighted sum of the models, so all dⱼ follow from the
/// distances between them. Models ten thousand times farther from the medoid than half of all are have no pull: beside them the
/// distances of the others drown in rounding. Needs 2f + 1 models.
/// </remarks>
public sealed class GeometricMedianRule(double tolerance = 1e-9, int iterations = 1000) : WeighingRule
{
    private const double Smoothing = 1e-6;
    private const double Beyond = 1e4;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) =>
        TooFew("geometric-median", models, byzantine, 2 * byzantine + 1);

    /// <inheritdoc/>
    public override double? Kappa(int models, int byzantine) =>
        4 * (1 + Ratio(models, byzantine)) * (1 + Ratio(models, byzantine));

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var marks = context.Memory.Integers(context.Count);
        var product = context.Memory.Doubles(context.Count);
        var next = context.Memory.Doubles(context.Count);
        MarkNear(context.Geometry, marks, next);
        var count = marks.Count(1);
        for (var j = 0; j < marks.Length; j++)
        {
            weights[j] = marks[j] / (double)count;
        }

        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var moved = Step(context.Geometry, marks, weights, product, next);
            next.CopyTo(weights);
            if (moved <= tolerance)
            {
                return;
            }
        }
    }

    /// <summary>Marks the models that are not far beyond the others.</summary>
    private static void MarkNear(Geometry geometry, Span<int> marks, Span<double> sorted)
    {
        var fromMedoid = geometry.Row(MedoidRule.Find(geometry));
        fromMedoid.CopyTo(sorted);
        sorted.Sort();
        var limit = Beyond * Beyond * sorted[sorted.Length / 2];
        for (var j = 0; j < marks.Length; j++)
        {
            marks[j] = fromMedoid[j] <= limit && double.IsFinite(fromMedoid[j]) ? 1 : 0;
        }
    }

    private static double Step(
        Geometry geometry, ReadOnlySpan<int> marks, ReadOnlySpan<double> weights, Span<double> distances, Span<double> next)
    {
        var half = Shares.Spread(geometry, weights, distances);
        var (sum, total, moved) = (0.0, 0.0, 0.0);
        for (var j = 0; j < marks.Length; j++)
        {
            distances[j] = marks[j] == 0 ? 0 : Math.Sqrt(Math.Max(0, distances[j] - half));
            sum += distances[j];
        }

        var least = Smoothing * sum / marks.Count(1);
        for (var j = 0; j < marks.Length; j++)
        {
            // All models at one point: any weights are right.
            next[j] = marks[j] == 0 ? 0 : sum == 0 ? weights[j] : least / Math.Max(distances[j], least);
            total += next[j];
        }

        for (var j = 0; j < marks.Length; j++)
        {
            next[j] /= total;
            moved = Math.Max(moved, Math.Abs(next[j] - weights[j]));
        }

        return moved;
    }
}
