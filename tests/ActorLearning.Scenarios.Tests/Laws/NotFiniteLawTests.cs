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
            var broken = new int[byzantine];
            LawCase.Stream(draw.Number).NextDistinct(models.Length - 1, broken);
            foreach (var j in broken)
            {
                models[1 + j] = [.. models[1 + j]];
                models[1 + j][(draw.Number + j) % draw.Length] = NotFinite[(draw.Number + j) % NotFinite.Length];
            }

            var result = made.Aggregate(models, byzantine);

            Assert.All(result, value => Assert.True(float.IsFinite(value)));
            Assert.Equal(made.Aggregate([.. models.Where((_, j) => !broken.Contains(j - 1))], byzantine: 0), result);
        });
}
