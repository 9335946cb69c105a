namespace ActorLearning.Scenarios.Tests.Laws.Plain;

/// <summary>Every mixing step of the catalogue as a plain loop in double: what it is given with other models.</summary>
internal static class PlainMixing
{
    public static readonly IReadOnlyDictionary<string, Func<PlainInput, PlainInput>> All =
        new Dictionary<string, Func<PlainInput, PlainInput>>
        {
            ["nnm"] = at => Each(at, (model, i) => Point.Mean(
                at.Models.Select((other, j) => (other, Away: i == j ? -1 : Point.Distance(model, other)))
                    .OrderBy(pair => pair.Away).Take(at.Count - at.Byzantine).Select(pair => pair.other))),
            ["bucketing"] = Bucketing,
            ["clipping(radius=2)"] = at => Each(at, (model, _) => Point.Clip(model, 2)),
            ["arc"] = at =>
            {
                var radius = at.Models.Select(Point.Norm).Order().ElementAt(at.Count - 1 - Clipped(at.Count, at.Byzantine));
                return Each(at, (model, _) => Point.Clip(model, radius));
            },
        };

    private static PlainInput Each(PlainInput at, Func<double[], int, double[]> mix) =>
        at with { Models = [.. at.Models.Select(mix)] };

    private static int Clipped(int count, int byzantine) => 2 * byzantine * (count - byzantine) / count;

    private static PlainInput Bucketing(PlainInput at)
    {
        var order = Enumerable.Range(0, at.Count).ToArray();
        var random = at.Random;
        random.Shuffle(order);
        return at with
        {
            Models = [.. order.Chunk(2).Select(group => Point.Mean(group.Select(i => at.Models[i])))],
            Random = random, // The next step that draws goes on from here.
        };
    }
}
