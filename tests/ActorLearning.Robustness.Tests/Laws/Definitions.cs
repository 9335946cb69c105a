namespace ActorLearning.Robustness.Tests.Laws;

/// <summary>Rules and mixing steps as plain loops in double, straight from their published definitions.</summary>
/// <remarks>A rule gives every answer that is right: where models tie up to rounding, each of them is.</remarks>
internal static class Definitions
{
    public static double[][] Mean(double[][] models, int byzantine) => [ByCoordinate(models, values => values.Average())];

    public static double[][] Median(double[][] models, int byzantine) => [ByCoordinate(models, values =>
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    })];

    public static double[][] TrimmedMean(double[][] models, int byzantine) => [ByCoordinate(models, values =>
    {
        Array.Sort(values);
        return values[byzantine..^byzantine].Average();
    })];

    /// <summary>Every model whose Krum score is the least, up to rounding.</summary>
    public static double[][] Krum(double[][] models, int byzantine, int neighbours)
    {
        var scores = Enumerable.Range(0, models.Length).Select(i => Enumerable.Range(0, models.Length)
            .Where(j => j != i).Select(j => Squared(models[i], models[j])).Order().Take(neighbours).Sum()).ToArray();
        var limit = scores.Min() * (1 + 1e-4) + 1e-9 * scores.Average();
        return [.. models.Where((_, i) => scores[i] <= limit)];
    }

    /// <summary>Each model becomes the mean of the m − f nearest, itself first, ties to the lower index.</summary>
    public static double[][] NearestNeighbourMixing(double[][] models, int byzantine) =>
        [.. models.Select((model, i) => Mean(
            [.. Enumerable.Range(0, models.Length)
                .OrderBy(j => j == i ? -1 : Squared(model, models[j])).ThenBy(j => j)
                .Take(models.Length - byzantine).Select(j => models[j])],
            byzantine)[0])];

    public static double Squared(double[] a, double[] b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum();

    private static double[] ByCoordinate(double[][] models, Func<double[], double> combine) =>
        [.. Enumerable.Range(0, models[0].Length).Select(k => combine([.. models.Select(model => model[k])]))];
}
