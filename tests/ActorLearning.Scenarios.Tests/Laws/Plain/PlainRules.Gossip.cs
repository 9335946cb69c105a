namespace ActorLearning.Scenarios.Tests.Laws.Plain;

/// <remarks>Rules of the gossip family.</remarks>
internal static partial class PlainRules
{
    // Weights are compared with this relative slack.
    private const double Slack = 1e-6;

    /// <summary>xᵢ + Σ Wᵢⱼ clip(xⱼ − xᵢ, radius) over some neighbours.</summary>
    private static double[] Moved(PlainInput at, IEnumerable<int> neighbours, double radius) => neighbours.Aggregate(
        at.Own, (sum, j) => Point.Add(sum, Point.Scale(at.Weights[j], Point.Clip(Point.Minus(at.Models[j], at.Own), radius))));

    /// <summary>The nearest neighbours whose total weight falls short of that of all by so much.</summary>
    private static int[] Nearest(PlainInput at, double short_)
    {
        var limit = (at.Weights[1..].Sum() - short_) * (1 + Slack);
        var order = at.ByDistance;
        return [.. order.TakeWhile((_, i) => order.Take(i + 1).Sum(j => at.Weights[j]) <= limit)];
    }

    private static double AdaptiveRadius(PlainInput at, int[] kept) => at.ByzantineWeight == 0 ? double.PositiveInfinity
        : Math.Sqrt(kept.Sum(j => at.Weights[j] * Point.Squared(at.Own, at.Models[j])) / at.ByzantineWeight);

    private static double[] GossipTrimmedSum(PlainInput at)
    {
        var (left, result) = (at.Weights[1..].Sum() - at.ByzantineWeight, at.Own);
        foreach (var j in at.ByDistance)
        {
            var weight = Math.Min(at.Weights[j], Math.Max(0, left));
            result = Point.Add(result, Point.Scale(weight, Point.Minus(at.Models[j], at.Own)));
            left -= weight;
        }

        return result;
    }

    /// <summary>Who is left when the farthest of total weight up to b_w are gone.</summary>
    private static int[] Kept(PlainInput at)
    {
        var rest = at.ByDistance.ToList();
        var removed = 0.0;
        while (rest.Count > 0 && removed + at.Weights[rest[^1]] <= at.ByzantineWeight * (1 + Slack))
        {
            removed += at.Weights[rest[^1]];
            rest.RemoveAt(rest.Count - 1);
        }

        return [.. rest];
    }

    private static double[] Scissor(PlainInput at)
    {
        var rest = Enumerable.Range(0, at.Count).ToList();
        double[] Mean() => Point.WeightedMean(rest.Select(j => at.Models[j]), rest.Select(j => at.Weights[j]));
        for (var i = 0; i < at.Byzantine; i++)
        {
            var mean = Mean();
            rest.Remove(rest.Skip(1).Reverse().MaxBy(j => Point.Distance(at.Models[j], mean)));
        }

        return Mean();
    }
}
