using System.Numerics;

namespace ActorLearning.Robustness.Tests.Laws;

/// <summary>(f, κ)-robustness: ‖R(x) − mean of U‖² ≤ κ/|U| · Σ over U of ‖x − mean of U‖² for every U of m − f models.</summary>
/// <remarks>Allouah et al. 2023. Whichever f models were Byzantine, the result is near the honest mean.</remarks>
public sealed class RobustnessLawTests
{
    public static TheoryData<string> Pipelines =>
    [
        .. PipelineCase.All.Where(pipeline => pipeline.Kappa(models: 5, byzantine: 1) is not null)
            .Select(pipeline => pipeline.Text),
    ];

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void A_robust_pipeline_keeps_its_bound_whoever_is_byzantine(string text)
    {
        var pipeline = PipelineCase.Of(text);
        foreach (var (models, f, where) in Inputs())
        {
            var kappa = pipeline.Kappa(models.Length, f)!.Value;

            var result = Sample.Aggregate(pipeline.Pipeline, models, f);

            Assert.True(Excess(result, models, f, kappa) <= 0, $"{text}, {models.Length} models, f = {f}, {where}");
        }
    }

    [Fact]
    public void The_mean_keeps_no_bound()
    {
        var broken = Inputs().Count(input =>
            Excess(Sample.Aggregate(PipelineCase.Of("mean").Pipeline, input.Models, input.Byzantine),
                input.Models, input.Byzantine, kappa: 50) > 0);

        Assert.True(broken > 20, $"only {broken} inputs are hard enough to tell the mean from a robust rule");
    }

    /// <summary>Up to nine models, every possible f, honest and malicious in all the ways below.</summary>
    private static IEnumerable<(float[][] Models, int Byzantine, string Where)> Inputs()
    {
        for (var m = 3; m <= 9; m++)
        {
            for (var f = 1; 2 * f < m; f++)
            {
                for (var seed = 1; seed <= 4; seed++)
                {
                    var length = seed;
                    var honest = Sample.Models(m - f, length, 100 * m + 10 * f + seed);
                    var agreed = Sample.Map(honest, _ => 0);
                    yield return (Sample.Models(m, length, seed), f, $"normal, seed {seed}");
                    yield return (Sample.WholeModels(m, length, seed), f, $"whole, seed {seed}");
                    yield return ([.. honest, .. Lies(honest, f, (mean, _) => -2 * mean)], f, $"sign flip, seed {seed}");
                    yield return ([.. honest, .. Lies(honest, f, (mean, spread) => mean + 1.5f * spread)], f, $"alie, {seed}");
                    yield return ([.. honest, .. Lies(honest, f, (mean, spread) => mean + 3 * spread)], f, $"edge, {seed}");
                    yield return ([.. honest, .. Lies(honest, f, (mean, _) => mean + 1e3f)], f, $"far, seed {seed}");
                    yield return ([.. agreed, .. Lies(honest, f, (_, _) => 1)], f, $"agreed, seed {seed}");
                }
            }
        }
    }

    private static float[][] Lies(float[][] honest, int byzantine, Func<float, float, float> lie) =>
        [.. Enumerable.Range(0, byzantine).Select(_ => Enumerable.Range(0, honest[0].Length).Select(k =>
        {
            var mean = honest.Average(model => model[k]);
            var spread = MathF.Sqrt(honest.Average(model => (model[k] - mean) * (model[k] - mean)));
            return lie(mean, spread);
        }).ToArray())];

    /// <summary>By how much the worst U exceeds the bound, beyond rounding.</summary>
    private static double Excess(float[] result, float[][] models, int byzantine, double kappa)
    {
        var (exact, all) = (result.Select(x => (double)x).ToArray(), Sample.Doubles(models));
        var rounding = 1e-9 * (1 + Math.Pow(Sample.Scale(models), 2));
        var worst = double.NegativeInfinity;
        for (var members = 0u; members < 1u << models.Length; members++)
        {
            if (BitOperations.PopCount(members) == models.Length - byzantine)
            {
                double[][] chosen = [.. all.Where((_, i) => (members >> i & 1) == 1)];
                var mean = Definitions.Mean(chosen, 0)[0];
                var variance = chosen.Average(model => Definitions.Squared(model, mean));
                worst = Math.Max(worst, Definitions.Squared(exact, mean) - kappa * variance - rounding);
            }
        }

        return worst;
    }
}
