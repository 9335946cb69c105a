using ActorLearning.Scenarios.Tests.Laws.Plain;
using Xunit.Abstractions;

namespace ActorLearning.Scenarios.Tests.Laws;

/// <summary>(f, κ)-robustness: ‖R(x) − mean of U‖² ≤ κ/|U| · Σ over U of ‖x − mean of U‖² for every U of m − f models.</summary>
/// <remarks>Allouah et al. 2023. Whichever f models are the liars, the result is near the honest mean.</remarks>
public sealed class RobustnessLawTests(ITestOutputHelper output)
{
    private const int Draws = 150;

    private static IEnumerable<string> Claims =>
        LawCase.All.Values.Where(made => made.Pipeline.Kappa(models: 5, byzantine: 1) is not null).Select(made => made.Text);

    public static TheoryData<string> Robust => [.. Claims];

    [Theory]
    [MemberData(nameof(Robust))]
    public void A_robust_pipeline_keeps_its_bound_whoever_is_byzantine(string text) =>
        Lawful.Try(output, Draw.UpTo(9, length: 8, fewest: 3), Draws, draw =>
        {
            var made = LawCase.All[text];
            var byzantine = draw.ByzantineFor(made);

            Assert.True(Excess(made, draw, byzantine, made.Pipeline.Kappa(draw.Count, byzantine)!.Value) <= 0);
        });

    [Fact]
    public void The_published_constants_are_claimed()
    {
        string[] rules = ["median", "trimmed-mean", "geometric-median", "krum(neighbours=m-f-1)"];

        Assert.Equal(
            rules.Concat(rules.Select(rule => $"nnm | {rule}")).Append("nnm | nnm | trimmed-mean").Order(), Claims.Order());
        for (var m = 3; m <= 30; m++)
        {
            for (var f = 0; 2 * f < m; f++)
            {
                var ratio = (double)f / (m - 2 * f);
                Is(6 * ratio * (1 + ratio), "trimmed-mean");
                Is(4 * (1 + ratio) * (1 + ratio), "median");
                Is(4 * (1 + ratio) * (1 + ratio), "geometric-median");
                Is(6 * (1 + ratio), "krum(neighbours=m-f-1)");
                Is(8.0 * f / (m - f) * (1 + 4 * (1 + ratio) * (1 + ratio)), "nnm | median");

                void Is(double kappa, string text) =>
                    Assert.Equal(kappa, LawCase.All[text].Pipeline.Kappa(m, f)!.Value, 1e-12 * (1 + kappa));
            }
        }
    }

    [Fact]
    public void The_mean_keeps_no_bound()
    {
        var broken = 0;
        Lawful.Try(output, Draw.UpTo(9, length: 8), Draws, draw =>
            broken += Excess(LawCase.All["mean"], draw, draw.ByzantineFor(LawCase.All["median"]), kappa: 50) > 0 ? 1 : 0);

        Assert.True(broken > 10, $"only {broken} draws are hard enough to tell the mean from a robust rule");
    }

    /// <summary>By how much the worst U exceeds the bound, beyond rounding.</summary>
    private static double Excess(LawCase made, Draw draw, int byzantine, double kappa)
    {
        var models = draw.Models(byzantine);
        double[] result = [.. made.Aggregate(models, byzantine).Select(x => (double)x)];
        double[][] all = [.. models.Select(model => (double[])[.. model.Select(x => (double)x)])];
        var rounding = 1e-9 * (1 + all.Max(Point.Norm) * all.Max(Point.Norm));
        return Point.Choices(draw.Count, draw.Count - byzantine).Max(choice =>
        {
            double[][] chosen = [.. choice.Select(i => all[i])];
            var mean = Point.Mean(chosen);
            return Point.Squared(result, mean) - kappa * chosen.Average(model => Point.Squared(model, mean)) - rounding;
        });
    }
}
