using ActorLearning.Robustness.Aggregation;
using Xunit.Abstractions;

namespace ActorLearning.Scenarios.Tests.Laws;

/// <summary>What is not finite is left out, whatever the rule.</summary>
public sealed class NotFiniteLawTests(ITestOutputHelper output)
{
    private static readonly float[] NotFinite = [float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    public static TheoryData<string> Texts => [.. LawCase.All.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Neighbours_that_are_not_finite_count_as_byzantine_ones_that_were_left_out(string text) =>
        Lawful.Try(output, Draw.UpTo(13), 25, draw =>
        {
            var made = LawCase.All[text];
            var byzantine = draw.ByzantineFor(made);
            var models = draw.Models(byzantine);
            var stream = LawCase.Stream(draw.Number);
            var broken = new int[stream.NextBelow(byzantine + 1)];
            stream.NextDistinct(models.Length - 1, broken);
            foreach (var j in broken)
            {
                models[1 + j] = Broken(models[1 + j], draw.Number + j, everywhere: (draw.Number + j) % 3 == 0);
            }

            var result = made.Aggregate(models, byzantine);

            Assert.All(result, value => Assert.True(float.IsFinite(value)));
            Assert.Equal(
                made.Aggregate([.. models.Where((_, j) => !broken.Contains(j - 1))], byzantine - broken.Length), result);
        });

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_own_model_that_is_not_finite_makes_no_other_model_the_own_one(string text)
    {
        var made = LawCase.All[text];
        var models = LawCase.Models(11, 10, 1);
        models[0][0] = float.NaN;

        var result = made.Aggregate(models, byzantine: 2);

        Assert.Equal(made.Aggregate(models[1..], byzantine: 1, hasOwn: false), result);
        if (!made.KnowsNoOwn && !text.Contains('|'))
        {
            Assert.Equal(LawCase.All["medoid"].Aggregate(models[1..], byzantine: 1), result);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void More_broken_models_than_assumed_still_leave_a_finite_result_while_enough_are_whole(string text)
    {
        var made = LawCase.All[text];
        var models = LawCase.Models(17, 11, 1);
        foreach (var j in new[] { 2, 4, 5, 16 })
        {
            models[j] = Broken(models[j], j, everywhere: j % 2 == 0);
        }

        var result = made.Aggregate(models, byzantine: 1);

        Assert.All(result, value => Assert.True(float.IsFinite(value)));
        Assert.Equal(made.Aggregate([.. models.Where((_, j) => j is not (2 or 4 or 5 or 16))], byzantine: 0), result);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Without_a_finite_model_there_is_nothing_to_aggregate(string text)
    {
        float[][] models = [.. LawCase.Models(9, 4, 1).Select((model, j) => Broken(model, j, everywhere: false))];

        var thrown = Assert.Throws<AggregationRefusedException>(() => LawCase.All[text].Aggregate(models, byzantine: 1));

        Assert.Equal($"\"{text}\" cannot aggregate: no finite model is left", thrown.Message);
    }

    private static float[] Broken(float[] model, int number, bool everywhere) =>
        [.. model.Select((x, k) => everywhere || k == number % model.Length ? NotFinite[(number + k) % NotFinite.Length] : x)];
}
