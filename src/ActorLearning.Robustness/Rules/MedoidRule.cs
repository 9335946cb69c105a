using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>medoid</c>: the model with the least sum of distances ‖xᵢ − xⱼ‖, not squared, to all others.</summary>
/// <remarks>Two known tools call this Krum. Ties go to the lower index; distances too large to measure are counted first.
/// Needs 2f + 1 models.</remarks>
public sealed class MedoidRule : WeighingRule
{
    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => TooFew("medoid", models, byzantine, 2 * byzantine + 1);

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights) =>
        weights[Find(context.Geometry)] = 1;

    /// <summary>The index of the medoid.</summary>
    internal static int Find(Geometry geometry)
    {
        var (best, bestInfinite, bestSum) = (0, int.MaxValue, 0.0);
        for (var i = 0; i < geometry.Count; i++)
        {
            var (infinite, sum) = (0, 0.0);
            foreach (var squared in geometry.Row(i))
            {
                infinite += double.IsInfinity(squared) ? 1 : 0;
                sum += double.IsInfinity(squared) ? 0 : Math.Sqrt(squared);
            }

            if (infinite < bestInfinite || (infinite == bestInfinite && sum < bestSum))
            {
                (best, bestInfinite, bestSum) = (i, infinite, sum);
            }
        }

        return best;
    }
}
