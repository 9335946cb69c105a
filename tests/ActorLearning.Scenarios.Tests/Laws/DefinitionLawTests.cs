using ActorLearning.Robustness.Rules;
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
    private static IEnumerable<LawCase> Defined =>
        LawCase.All.Values.Where(made => !made.TiesNorms && made.Text != "nnm | mean-around-median");

    public static TheoryData<string> Texts => [.. Defined.Select(made => made.Text)];

    /// <remarks>
    /// Among many models the filter's largest eigenvalues lie close together, and its power iteration ends before it tells them
    /// apart: that is in its definition, and not in the plain one.
    /// </remarks>
    private static IEnumerable<LawCase> Large =>
        Defined.Where(made => !made.TriesChoices && made.Rule is not CovarianceFilterRule);

    public static TheoryData<string> LargeTexts => [.. Large.Select(made => made.Text)];

    public static TheoryData<string> TypicalTexts => [.. Large.Where(made => made.IsTypical).Select(made => made.Text)];

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
        Lawful.Try(output, Draw.UpTo(9, length: 6), 30, draw => Check(text, draw));

    [Theory]
    [MemberData(nameof(LargeTexts))]
    public void It_agrees_on_many_and_on_long_models(string text) =>
        Lawful.Try(output, Draw.UpTo(40, length: 70), 8, draw => Check(text, draw));

    [Theory]
    [MemberData(nameof(TypicalTexts))]
    public void It_agrees_on_more_models_than_fit_the_stack_and_the_prepared_sorting_networks(string text) =>
        Assert.All([129, 256, 257], count => Check(text, new Draw(count, count / 3, Length: 3, Number: count, Lie.Far)));

    private static void Check(string text, Draw draw)
    {
        var made = LawCase.All[text];
        var byzantine = draw.ByzantineFor(made);
        var (models, weights) = (draw.Models(byzantine), draw.Weights());

        var result = made.Aggregate(models, byzantine, weights: weights);

        Assert.True(
            Definition.IsRight(made, models, weights, byzantine, result),
            $"got {string.Join(", ", result)}, "
                + $"right is {string.Join(", ", Definition.Answer(made, models, weights, byzantine))}");
    }
}
