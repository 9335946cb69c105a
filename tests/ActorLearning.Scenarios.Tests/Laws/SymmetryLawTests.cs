using ActorLearning.Robustness.Aggregation;
using ActorLearning.Scenarios.Tests.Laws.Plain;
using Xunit.Abstractions;

namespace ActorLearning.Scenarios.Tests.Laws;

/// <summary>What does not depend on the order of the neighbours, on where zero is and on the unit.</summary>
public sealed class SymmetryLawTests(ITestOutputHelper output)
{
    private const int Draws = 25;

    /// <remarks>
    /// Behind nnm several models stand at the same point: which of them the filter takes for the farthest, rounding decides.
    /// </remarks>
    public static TheoryData<string> Ordered => Where(IsOrdered);

    public static TheoryData<string> Unowned =>
        Where(made => IsOrdered(made) && made.KnowsNoOwn && made.Text != "nnm | mean-around-median");

    /// <remarks>
    /// Behind nnm means of nearly the same models lie equally far on both sides of their median, and rounding decides.
    /// </remarks>
    public static TheoryData<string> Movable => Where(made =>
        !made.IsAnchored && !made.Needs.HasFlag(RuleNeeds.Losses) && made.Text != "nnm | mean-around-median");

    public static TheoryData<string> Mirrored => Where(made => !made.HasRadius && !made.Needs.HasFlag(RuleNeeds.Losses)
        && !made.TiesNorms && made.Text != "nnm | mean-around-median");

    public static TheoryData<string> Scalable => Where(made => !made.HasRadius && !made.Needs.HasFlag(RuleNeeds.Losses));

    [Theory]
    [MemberData(nameof(Ordered))]
    public void The_order_of_the_neighbours_does_not_matter(string text) =>
        Lawful.Try(output, Draw.UpTo(9, length: 6), Draws, draw =>
        {
            var made = LawCase.All[text];
            var byzantine = draw.ByzantineFor(made);
            var (models, weights) = (draw.Models(byzantine), draw.Weights());
            var order = Enumerable.Range(1, models.Length - 1).ToArray();
            LawCase.Stream(draw.Number).Shuffle(order);

            var result = made.Aggregate(models, byzantine, weights: weights);
            float[][] others = [models[0], .. order.Select(j => models[j])];
            double[] theirs = [weights[0], .. order.Select(j => weights[j])];
            var shuffled = made.Aggregate(others, byzantine, weights: theirs);

            // Of models that tie each is right, and which one wins depends on the order: two that are nearest to each other.
            var scale = Math.Max(1, models.Max(model => model.Max(Math.Abs)));
            var isSame = result.Zip(shuffled).All(pair => Math.Abs(pair.First - pair.Second) < 2e-5f * scale);
            Assert.True(isSame || Definition.IsRight(made, others, theirs, byzantine, shuffled));
        });

    [Theory]
    [MemberData(nameof(Unowned))]
    public void The_order_of_all_models_does_not_matter_where_none_is_the_own_one(string text) =>
        Lawful.Try(output, Draw.UpTo(9, length: 6), Draws, draw =>
        {
            var made = LawCase.All[text];
            var byzantine = draw.ByzantineFor(made);
            var (models, order) = (draw.Models(byzantine), Enumerable.Range(0, draw.Count).ToArray());
            LawCase.Stream(draw.Number).Shuffle(order);

            var result = made.Aggregate([.. order.Select(j => models[j])], byzantine);

            Assert.True(
                Definition.IsRight(made, models, draw.Weights(), byzantine, result), $"got {string.Join(", ", result)}");
        });

    [Theory]
    [MemberData(nameof(Movable))]
    public void Moving_all_models_moves_the_result(string text) => Lawful.Try(output, Draw.UpTo(13), Draws, draw =>
    {
        // On a grid, so that moving changes no distance, not even by rounding.
        var made = LawCase.All[text];
        var byzantine = draw.ByzantineFor(made);
        var models = Map(draw.Models(byzantine), x => MathF.Round(4096 * x) / 4096);

        var result = made.Aggregate(models, byzantine);
        var moved = made.Aggregate(Map(models, x => x + 1000), byzantine);

        Same([.. result.Select(x => x + 1000)], moved, 2e-3f);
    });

    [Theory]
    [MemberData(nameof(Scalable))]
    public void Doubling_all_models_doubles_the_result_to_the_bit(string text) =>
        Lawful.Try(output, Draw.UpTo(13), Draws, draw =>
        {
            var made = LawCase.All[text];
            var byzantine = draw.ByzantineFor(made);
            var models = draw.Models(byzantine);

            var result = made.Aggregate(models, byzantine);
            var doubled = made.Aggregate(Map(models, x => 2 * x), byzantine);

            Assert.Equal(result.Select(x => 2 * x), doubled);
        });

    [Theory]
    [MemberData(nameof(Mirrored))]
    public void Mirroring_all_models_mirrors_the_result(string text) =>
        Lawful.Try(output, Draw.UpTo(9, length: 6), Draws, draw =>
        {
            var made = LawCase.All[text];
            var byzantine = draw.ByzantineFor(made);
            var (models, weights) = (draw.Models(byzantine), draw.Weights());
            var mirrored = Map(models, x => -3 * x);

            var result = made.Aggregate(models, byzantine, weights: weights);
            var other = made.Aggregate(mirrored, byzantine, weights: weights);

            var scale = Math.Max(1, mirrored.Max(model => model.Max(Math.Abs)));
            var isSame = result.Zip(other).All(pair => Math.Abs(-3 * pair.First - pair.Second) < 2e-5f * scale);
            Assert.True(isSame || Definition.IsRight(made, mirrored, weights, byzantine, other));
        });

    [Fact]
    public void Few_rules_are_excused()
    {
        Assert.True(Ordered.Count > LawCase.All.Count * .7);
        Assert.True(Movable.Count > LawCase.All.Count * .3);
        Assert.True(Scalable.Count > LawCase.All.Count * .5);
    }

    private static bool IsOrdered(LawCase made) => !made.Draws && !made.TiesNorms && made.Text != "nnm | covariance-filter";

    private static TheoryData<string> Where(Func<LawCase, bool> holds) =>
        [.. LawCase.All.Values.Where(holds).Select(made => made.Text)];

    private static float[][] Map(float[][] models, Func<float, float> change) =>
        [.. models.Select(model => (float[])[.. model.Select(change)])];

    private static void Same(float[] expected, float[] actual, float tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
