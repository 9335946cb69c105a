using ActorLearning.Robustness.Rules;

namespace ActorLearning.Scenarios.Tests.Laws.Plain;

/// <summary>What a pipeline of the catalogue should give.</summary>
internal static class Definition
{
    private const double Rounding = 1e-5;
    private const int Tries = 20;

    /// <summary>The answer in double.</summary>
    public static double[] Answer(LawCase made, float[][] models, double[] weights, int byzantine) =>
        PlainRules.All[made.Names[^1]](Inputs(made, models, weights, byzantine).First());

    /// <summary>Whether a result is a right answer.</summary>
    public static bool IsRight(LawCase made, float[][] models, double[] weights, int byzantine, float[] result)
    {
        double[] got = [.. result.Select(x => (double)x)];
        var allowed = 5 * Rounding * Scale(models);
        return Inputs(made, models, weights, byzantine).Any(input =>
        {
            var right = PlainRules.All[made.Names[^1]](input);
            return Point.Distance(right, got) < allowed || (made.Rule is GeometricMedianRule && IsNoFarther(got, right, input));
        });
    }

    /// <summary>
    /// What the rule is given; where two choices are equal up to rounding either is right, so behind it the same moved, before
    /// and after mixing, by what rounding may move.
    /// </summary>
    private static IEnumerable<PlainInput> Inputs(LawCase made, float[][] models, double[] weights, int byzantine)
    {
        var stream = LawCase.Stream(-1);
        for (var i = 0; i <= Tries; i++)
        {
            var size = i == 0 ? 0 : Rounding * Scale(models);
            double Noise() => size * (stream.NextDouble() - .5);
            double[][] Moved(IEnumerable<double[]> points) =>
                [.. points.Select(point => (double[])[.. point.Select(x => x + Noise())])];
            var input = new PlainInput(
                Moved(models.Select(model => (double[])[.. model.Select(x => (double)x)])), byzantine,
                [.. models.Select(model => made.Loss(model) + Noise())], weights,
                (double)LawCase.Round / LawCase.Rounds, LawCase.Exchange);
            foreach (var step in made.Names.SkipLast(1))
            {
                var mixed = PlainMixing.All[step](input);
                input = mixed with { Models = Moved(mixed.Models) };
            }

            yield return input;
        }
    }

    /// <summary>
    /// Weiszfeld's steps end near the least sum of distances, not at it, and on a line, between an even number of models, many
    /// points have it.
    /// </summary>
    private static bool IsNoFarther(double[] got, double[] right, PlainInput input)
    {
        double Sum(double[] point) => input.Models.Sum(model => Point.Distance(point, model));
        return Sum(got) <= Sum(right) * (1 + 1e-4);
    }

    private static double Scale(float[][] models) => Math.Max(1, models.Max(model => model.Max(Math.Abs)));
}
