using ActorLearning.Scenarios.Tests.Laws.Plain;
using Xunit.Abstractions;

namespace ActorLearning.Scenarios.Tests.Laws;

/// <summary>Every pipeline of the catalogue computes what its plain definition says.</summary>
public sealed class DefinitionLawTests(ITestOutputHelper output)
{
    /// <remarks>
    /// Where norms are compared that a step in front has made equal, any choice would be right; and behind nnm, where models fall
    /// together, values lie equally far on both sides of their median, in each coordinate anew.
    /// </remarks>
    public static TheoryData<string> Texts =>
    [
        .. LawCase.All.Values.Where(made => !made.TiesNorms && made.Text != "nnm | mean-around-median")
            .Select(made => made.Text),
    ];

    [Fact]
    public void Every_rule_and_every_mixing_step_has_a_plain_definition()
    {
        Assert.Equal(LawCase.All.Values.Select(made => made.Names[^1]).Distinct().Order(), PlainRules.All.Keys.Order());
        Assert.Equal(
            LawCase.All.Values.SelectMany(made => made.Names.SkipLast(1)).Distinct().Order(), PlainMixing.All.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_pipeline_agrees_with_its_plain_definition(string text) =>
        Lawful.Try(output, Draw.UpTo(9, length: 6), 30, draw =>
        {
            var made = LawCase.All[text];
            var byzantine = draw.ByzantineFor(made);
            var (models, weights) = (draw.Models(byzantine), draw.Weights());

            var result = made.Aggregate(models, byzantine, weights: weights);

            Assert.True(
                Definition.IsRight(made, models, weights, byzantine, result),
                $"got {string.Join(", ", result)}, "
                    + $"right is {string.Join(", ", Definition.Answer(made, models, weights, byzantine))}");
        });
}
