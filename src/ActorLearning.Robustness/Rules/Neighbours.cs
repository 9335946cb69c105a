using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary>What the rules on graphs have in common. Weights are compared with a relative slack of 1e-6.</summary>
internal static class Neighbours
{
    private const double Slack = 1e-6;

    /// <summary>The neighbours by ascending distance from the own model.</summary>
    public static ReadOnlySpan<int> ByDistance(in WeighingContext context)
    {
        var order = context.Memory.Integers(context.Count);
        Nearest.Order(context.Geometry.Row(0), first: 0, order);
        return order[1..];
    }

    /// <summary>The weight of all neighbours.</summary>
    public static double Total(in WeighingContext context)
    {
        var total = 0.0;
        foreach (var weight in context.MixingWeights[1..])
        {
            total += weight;
        }

        return total;
    }

    /// <summary>How many of the nearest neighbours have a total weight of no more than a limit.</summary>
    public static int Within(in WeighingContext context, ReadOnlySpan<int> order, double limit)
    {
        var (count, sum) = (0, 0.0);
        while (count < order.Length && sum + context.MixingWeights[order[count]] <= limit + Slack * Math.Abs(limit))
        {
            sum += context.MixingWeights[order[count++]];
        }

        return count;
    }

    /// <summary>√(Σ Wᵢⱼ dⱼ² / b_w) over the neighbours given; infinite where b_w is 0.</summary>
    public static double AdaptiveRadius(in WeighingContext context, ReadOnlySpan<int> kept)
    {
        var sum = 0.0;
        foreach (var j in kept)
        {
            sum += context.MixingWeights[j] * context.Geometry.Squared(0, j);
        }

        return context.ByzantineWeight == 0 ? double.PositiveInfinity : Math.Sqrt(sum / context.ByzantineWeight);
    }

    /// <summary>xᵢ + Σ Wᵢⱼ clip(xⱼ − xᵢ, radius) over the neighbours given. Who is too far away to measure has no pull.</summary>
    public static void Clip(in WeighingContext context, ReadOnlySpan<int> kept, double radius, Span<double> weights)
    {
        foreach (var j in kept)
        {
            var distance = Math.Sqrt(context.Geometry.Squared(0, j));
            var factor = double.IsInfinity(distance) ? 0 : distance <= radius ? 1 : radius / distance;
            weights[j] = context.MixingWeights[j] * factor;
        }

        OwnTakesRest(weights);
    }

    /// <summary>The own model gets what the neighbours leave.</summary>
    public static void OwnTakesRest(Span<double> weights)
    {
        weights[0] = 1;
        foreach (var weight in weights[1..])
        {
            weights[0] -= weight;
        }
    }
}
