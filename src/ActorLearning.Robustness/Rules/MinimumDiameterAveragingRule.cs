using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>minimum-diameter-averaging</c>: mean of the m − f models whose largest distance among them is least.</summary>
/// <remarks>El Mhamdi et al. 2018. Exact: looks at every choice, so it refuses more than 200,000. Of equal
/// diameters the choice with the least sum of squared distances stays, then the first in lexicographic order. Needs 2f + 1
/// models.</remarks>
public sealed class MinimumDiameterAveragingRule : WeighingRule
{
    /// <summary>The most choices it looks at.</summary>
    public const long MostSubsets = 200_000;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) =>
        Subsets.Refusal("minimum-diameter-averaging", models, byzantine, MostSubsets);

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var size = context.Count - context.Byzantine;
        var subset = context.Memory.Integers(size);
        var best = context.Memory.Integers(size);
        var (bestDiameter, bestSum) = (double.PositiveInfinity, double.PositiveInfinity);
        Subsets.First(subset);
        subset.CopyTo(best);
        do
        {
            var diameter = Diameter(context.Geometry, subset, bestDiameter);
            if (diameter > bestDiameter)
            {
                continue;
            }

            // Equal diameters are common: choices that share the two models farthest apart.
            var sum = Sum(context.Geometry, subset);
            if (diameter < bestDiameter || sum < bestSum)
            {
                (bestDiameter, bestSum) = (diameter, sum);
                subset.CopyTo(best);
            }
        }
        while (Subsets.Next(subset, context.Count));

        foreach (var j in best)
        {
            weights[j] = 1.0 / size;
        }
    }

    /// <summary>The largest squared distance, or some of more than <paramref name="enough"/>.</summary>
    private static double Diameter(Geometry geometry, ReadOnlySpan<int> subset, double enough)
    {
        var diameter = 0.0;
        for (var i = 1; i < subset.Length && diameter <= enough; i++)
        {
            var row = geometry.Row(subset[i]);
            for (var j = 0; j < i; j++)
            {
                diameter = Math.Max(diameter, row[subset[j]]);
            }
        }

        return diameter;
    }

    private static double Sum(Geometry geometry, ReadOnlySpan<int> subset)
    {
        var sum = 0.0;
        for (var i = 1; i < subset.Length; i++)
        {
            var row = geometry.Row(subset[i]);
            for (var j = 0; j < i; j++)
            {
                sum += row[subset[j]];
            }
        }

        return sum;
    }
}
