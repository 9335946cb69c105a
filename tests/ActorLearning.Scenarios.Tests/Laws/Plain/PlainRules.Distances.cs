namespace ActorLearning.Scenarios.Tests.Laws.Plain;

/// <remarks>Rules that look at all models alike.</remarks>
internal static partial class PlainRules
{
    /// <summary>The models from the least to the greatest Krum score.</summary>
    private static int[] Krum(double[][] models, int byzantine)
    {
        double Score(int i) => models.Where((_, j) => j != i).Select(other => Point.Squared(models[i], other)).Order()
            .Take(models.Length - byzantine - 2).Sum();
        return [.. Enumerable.Range(0, models.Length).OrderBy(Score)];
    }

    private static double[] GeometricMedian(PlainInput at)
    {
        var point = Point.Mean(at.Models);
        for (var i = 0; i < 3000; i++)
        {
            var next = Point.WeightedMean(at.Models, at.Models.Select(model => 1 / Math.Max(1e-9, Point.Distance(model, point))));
            if (Point.Distance(point, next) < 1e-12)
            {
                break;
            }

            point = next;
        }

        return point;
    }

    private static double Diameter(double[][] models) =>
        models.Max(model => models.Max(other => Point.Distance(model, other)));

    /// <summary>Mean of the m − f models that are least by a measure; of equal ones those nearest to each other.</summary>
    private static double[] OfBestChoice(PlainInput at, Func<double[][], double> measure) => Point.Mean(
        Point.Choices(at.Count, at.Count - at.Byzantine).Select(choice => (double[][])[.. choice.Select(i => at.Models[i])])
            .OrderBy(measure).ThenBy(chosen => chosen.Sum(model => chosen.Sum(other => Point.Squared(model, other))))
            .First());

    private static double[] CovarianceFilter(PlainInput at)
    {
        double[] kept = [.. at.Models.Select(_ => 1.0)];
        var (least, result) = (double.PositiveInfinity, at.Own);
        do
        {
            var mean = Point.WeightedMean(at.Models, kept);
            var (value, direction) = Point.Top(Point.Covariance(at.Models, kept));
            if (value < least)
            {
                (least, result) = (value, mean);
            }

            double[] out_ =
            [
                .. at.Models.Select((model, j) => kept[j] == 0 ? 0
                    : Math.Pow(Point.Minus(model, mean).Zip(direction, (x, u) => x * u).Sum(), 2)),
            ];
            kept = [.. kept.Zip(out_, (weight, away) => weight * (1 - away / out_.Max()))];
        }
        while (kept.Sum() > at.Count - 2 * at.Byzantine);

        return result;
    }
}
