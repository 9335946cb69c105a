namespace ActorLearning.Scenarios.Tests.Laws.Plain;

/// <summary>Every rule of the catalogue as a plain loop in double, straight from its published definition.</summary>
/// <remarks>
/// Written apart from the kernels: on the models themselves, not on their distances. Rules with options stand under the options
/// the laws give them. A new rule of the catalogue fails the laws until it has a line here.
/// </remarks>
internal static partial class PlainRules
{
    public static readonly IReadOnlyDictionary<string, Func<PlainInput, double[]>> All =
        new Dictionary<string, Func<PlainInput, double[]>>
        {
            ["mean"] = at => Point.Mean(at.Models),
            ["median"] = at => Point.ByCoordinate(at.Models, Median),
            ["trimmed-mean"] = at => Point.ByCoordinate(at.Models, sorted => sorted[at.Byzantine..^at.Byzantine].Average()),
            ["mean-around-median"] = at => Point.ByCoordinate(at.Models, sorted =>
                sorted.OrderBy(x => Math.Abs(x - Median(sorted))).Take(at.Count - at.Byzantine).Average()),
            ["krum"] = at => at.Models[Krum(at.Models, at.Byzantine)[0]],
            ["krum(neighbours=m-f-1)"] = at => at.Models[Krum(at.Models, at.Byzantine - 1)[0]],
            ["multi-krum"] = at =>
                Point.Mean(Krum(at.Models, at.Byzantine).Take(at.Count - at.Byzantine).Select(i => at.Models[i])),
            ["geometric-median"] = GeometricMedian,
            ["medoid"] = at => at.Models.MinBy(model => at.Models.Sum(other => Point.Distance(model, other)))!,
            ["minimum-diameter-averaging"] = at => OfBestChoice(at, Diameter),
            ["smallest-maximum-eigenvalue-averaging"] = at => OfBestChoice(at, chosen =>
                Point.Top(Point.Covariance(chosen, [.. chosen.Select(_ => 1.0)])).Value),
            ["covariance-filter"] = CovarianceFilter,
            ["comparative-gradient-elimination"] = at =>
                Point.Mean(at.Models.OrderBy(Point.Norm).Take(at.Count - at.Byzantine)),
            ["centred-clipping(radius=2)"] = at => Point.Mean(at.Models.Select(model => Point.Clip(model, 2))),
            ["centred-clipping(radius=2, start=own)"] = at => Point.Add(
                at.Own, Point.Mean(at.Models.Select(model => Point.Clip(Point.Minus(model, at.Own), 2)))),
            ["nearest-neighbour-averaging"] = at => Point.Mean(
                [at.Own, .. at.ByDistance.Take(at.Count - at.Byzantine - 1).Select(j => at.Models[j])]),
            ["decentralized-krum"] = at => Point.Mean([at.Own, at.Models[1 + Krum(at.Models[1..], at.Byzantine)[0]]]),
            ["balance"] = at => Blend(at, at.Neighbours.Where(j =>
                Point.Distance(at.Own, at.Models[j]) <= .3 * Math.Exp(-at.Time) * Point.Norm(at.Own))),
            ["ubar"] = Ubar,
            ["zeno"] = at => Point.Mean(
                [at.Own, .. at.Neighbours.OrderBy(j => at.Losses[j]).Take(at.Count - 1 - at.Byzantine)
                    .Select(j => at.Models[j])]),
            ["inverse-loss"] = at => Point.WeightedMean(
                at.Models, at.Losses.Select(loss => loss <= at.Losses[0] ? 1 / loss : 0)),
            ["inverse-loss(filter=none)"] = at => Point.WeightedMean(at.Models, at.Losses.Select(loss => 1 / loss)),
            ["loss-threshold"] = at => Blend(at, at.Neighbours.Where(j => at.Losses[0] - at.Losses[j] >= .1)),
            ["gossip"] = at => Moved(at, at.Neighbours, double.PositiveInfinity),
            ["clipped-gossip"] = at => Moved(at, at.Neighbours, AdaptiveRadius(at, Nearest(at, at.ByzantineWeight))),
            ["cs-plus"] = at => Moved(at, at.Neighbours, at.ByzantineWeight == 0 ? double.PositiveInfinity
                : Nearest(at, 2 * at.ByzantineWeight).Select(j => Point.Distance(at.Own, at.Models[j])).LastOrDefault()),
            ["gts"] = GossipTrimmedSum,
            ["remove-then-clip"] = at => Moved(at, Kept(at), AdaptiveRadius(at, Kept(at))),
            ["remove-then-clip(clip=no)"] = at => Moved(at, Kept(at), double.PositiveInfinity),
            ["ios"] = Scissor,
        };

    private static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    /// <summary>α = .5 for the own model, the rest for the mean of the accepted.</summary>
    private static double[] Blend(PlainInput at, IEnumerable<int> accepted)
    {
        double[][] others = [.. accepted.Select(j => at.Models[j])];
        return others.Length == 0 ? at.Own : Point.Mean([at.Own, Point.Mean(others)]);
    }

    private static double[] Ubar(PlainInput at)
    {
        int[] near = [.. at.ByDistance.Take(Math.Max(1, (at.Count - 1) / 2))];
        int[] good = [.. near.Where(j => at.Losses[j] <= at.Losses[0])];
        return Blend(at, good.Length > 0 || near.Length == 0 ? good : [near.MinBy(j => at.Losses[j])]);
    }
}
