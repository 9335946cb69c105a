using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Scenarios.Tests.Laws;

/// <summary>What no Byzantine neighbour may do to any rule of the catalogue.</summary>
public sealed class HostileRuleLawTests
{
    public static TheoryData<string> Texts => [.. LawCase.All.Keys];

    public static TheoryData<string> Robust => [.. LawCase.All.Values.Where(made => made.IsRobust).Select(made => made.Text)];

    [Theory]
    [MemberData(nameof(Robust))]
    public void Finite_neighbours_too_large_to_measure_have_no_pull(string text)
    {
        var made = LawCase.All[text];
        var honest = Enough(made) - 3;
        foreach (var huge in new[] { 1e18f, 1e25f, 1e30f, 3e38f })
        {
            var models = LawCase.Models(honest + 3, 20, 7);
            for (var j = honest; j < models.Length; j++)
            {
                models[j] = [.. models[j].Select((x, k) => ((j + k) % 2 == 0 ? huge : -huge) + x)];
            }

            var result = made.Aggregate(models, byzantine: 3);

            // Clipping about the origin leaves the direction, and with it a place beside the honest models.
            var radius = models[..honest].Max(model => Math.Sqrt(model.Sum(x => x * x)));
            Assert.True(Math.Sqrt(result.Sum(x => (double)x * x)) <= radius, $"{huge}");
            for (var k = 0; k < result.Length && !made.IsAnchored; k++)
            {
                var values = models[..honest].Select(model => model[k]).ToArray();
                Assert.InRange(result[k], values.Min() - 1e-5f, values.Max() + 1e-5f);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Robust))]
    public void Liars_at_any_distance_leave_the_result_near_the_honest_models(string text)
    {
        var made = LawCase.All[text];
        var honest = Enough(made) - 3;
        foreach (var distance in new[] { .1f, 3f, 30f, 1e3f, 1e6f })
        {
            for (var seed = 1; seed <= (made.TriesChoices ? 1 : 5); seed++)
            {
                var models = LawCase.Models(honest + 3, 6, seed);
                for (var j = honest; j < models.Length; j++)
                {
                    models[j] = [.. models[j].Select(x => x / 10 + distance)];
                }

                var result = made.Aggregate(models, byzantine: 3);

                var radius = models[..honest].Max(model => Math.Sqrt(model.Sum(x => x * x)));
                Assert.True(Math.Sqrt(result.Sum(x => (double)x * x)) <= 2 * radius, $"distance {distance}, seed {seed}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void It_aggregates_or_it_refuses_beforehand(string text)
    {
        var made = LawCase.All[text];
        for (var f = 0; f <= 4; f++)
        {
            for (var m = 1; m <= 12; m++)
            {
                var models = LawCase.Models(m, 4, m);
                if (made.Pipeline.Refusal(m, f) is { } reason)
                {
                    var thrown = Assert.Throws<AggregationRefusedException>(() => made.Aggregate(models, f));

                    Assert.Equal($"\"{text}\" cannot aggregate: {reason}", thrown.Message);
                    Assert.Contains($"with {f} assumed Byzantine needs ", reason);
                }
                else
                {
                    Assert.All(made.Aggregate(models, f), value => Assert.True(float.IsFinite(value)));
                }
            }
        }
    }

    [Fact]
    public void Rules_that_look_at_every_choice_refuse_too_many_of_them()
    {
        Assert.Null(LawCase.All["minimum-diameter-averaging"].Pipeline.Refusal(models: 20, byzantine: 9));
        Assert.Equal(
            "minimum-diameter-averaging looks at every choice of 13 of 25 models, and those are more than 200000; "
            + "take fewer models, or multi-krum",
            LawCase.All["minimum-diameter-averaging"].Pipeline.Refusal(models: 25, byzantine: 12));
        Assert.NotNull(LawCase.All["smallest-maximum-eigenvalue-averaging"].Pipeline.Refusal(models: 20, byzantine: 9));
    }

    /// <summary>Sixteen models, or as many as it takes to assume three liars among them: buckets leave fewer.</summary>
    private static int Enough(LawCase made) => new[] { 16, 32 }.First(models => made.Pipeline.Refusal(models, 3) is null);
}
