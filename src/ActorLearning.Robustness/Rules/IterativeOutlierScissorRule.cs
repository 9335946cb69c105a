using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>ios</c>: f times the model farthest from the weighted mean of those left goes, never the own; their weighted mean
/// stays.</summary>
/// <remarks>Iterative outlier scissor, Wu et al. 2023; with equal weights FABA, Xia et al. 2019. Ties go to the higher index.
/// Needs 2f + 1 models.</remarks>
public sealed class IterativeOutlierScissorRule : WeighingRule
{
    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.Distances | RuleNeeds.MixingWeights | RuleNeeds.Own;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => TooFew("ios", models, byzantine, 2 * byzantine + 1);

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        context.MixingWeights.CopyTo(weights);
        for (var removed = 0; removed < context.Byzantine; removed++)
        {
            weights[Farthest(context.Geometry, weights)] = 0;
        }

        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        foreach (ref var weight in weights)
        {
            weight /= total;
        }
    }

    /// <summary>
    /// Up to what all have in common, the squared distance from the weighted mean is Σ wⱼ Dₖⱼ; infinite ones are counted first.
    /// </summary>
    private static int Farthest(Geometry geometry, ReadOnlySpan<double> weights)
    {
        var (farthest, most, mostInfinite) = (0, double.NegativeInfinity, 0.0);
        for (var k = 1; k < weights.Length; k++)
        {
            var (sum, infinite) = (0.0, 0.0);
            for (var j = 0; j < weights.Length && weights[k] != 0; j++)
            {
                var squared = geometry.Squared(k, j);
                infinite += double.IsInfinity(squared) ? weights[j] : 0;
                sum += double.IsInfinity(squared) ? 0 : weights[j] * squared;
            }

            if (weights[k] != 0 && (infinite > mostInfinite || (infinite == mostInfinite && sum >= most)))
            {
                (farthest, most, mostInfinite) = (k, sum, infinite);
            }
        }

        return farthest;
    }
}
