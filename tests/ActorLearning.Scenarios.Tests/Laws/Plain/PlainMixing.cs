namespace ActorLearning.Scenarios.Tests.Laws.Plain;

/// <summary>Every mixing step of the catalogue as a plain loop in double.</summary>
internal static class PlainMixing
{
    public static readonly IReadOnlyDictionary<string, Func<PlainInput, double[][]>> All =
        new Dictionary<string, Func<PlainInput, double[][]>>
        {
            ["nnm"] = at => [.. at.Models.Select((model, i) => Point.Mean(
                at.Models.Select((other, j) => (other, Away: i == j ? -1 : Point.Distance(model, other)))
                    .OrderBy(pair => pair.Away).Take(at.Count - at.Byzantine).Select(pair => pair.other)))],
            ["bucketing"] = Bucketing,
            ["clipping(radius=2)"] = at => [.. at.Models.Select(model => Point.Clip(model, 2))],
            ["arc"] = at => [.. at.Models.Select(model => Point.Clip(
                model, at.Models.Select(Point.Norm).Order().ElementAt(at.Count - 1 - Clipped(at.Count, at.Byzantine))))],
        };

    private static int Clipped(int count, int byzantine) => 2 * byzantine * (count - byzantine) / count;

    private static double[][] Bucketing(PlainInput at)
    {
        var order = Enumerable.Range(0, at.Count).ToArray();
        var random = at.Random;
        random.Shuffle(order);
        return [.. order.Chunk(2).Select(group => Point.Mean(group.Select(i => at.Models[i])))];
    }
}
