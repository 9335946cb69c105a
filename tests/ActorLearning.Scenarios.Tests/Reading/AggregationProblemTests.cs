namespace ActorLearning.Scenarios.Tests.Reading;

public sealed class AggregationProblemTests
{
    private const string Empty = "a step is empty; write mixing steps and a rule, as in nnm | trimmed-mean";

    [Theory]
    [InlineData("trimmed-mean", "trimmed-mean", 4, 5)]
    [InlineData("median", "median", 4, 5)]
    [InlineData("krum", "krum", 4, 5)]
    [InlineData("nnm | mean", "nnm", 4, 5)]
    [InlineData("nnm | trimmed-mean", "nnm", 4, 5)]
    public void Too_few_models_for_a_rule_are_refused_and_the_message_tells_how_many_to_pull(
        string aggregation, string step, int enough, int needed)
    {
        var text = Small.With(8, $"aggregation: {aggregation}");

        Assert.Equal(
            $"my.yaml:8:14: aggregation: {step} with 2 assumed Byzantine needs {needed} models and gets 4: pull(3) brings 3 "
            + $"and the own one. Pull {enough} or more, or assume fewer Byzantine peers.",
            Small.Problems(text, "exchange.peers=pull(3)"));
        Small.Read(text, $"exchange.peers=pull({enough})");
    }

    [Fact]
    public void Where_no_pull_is_large_enough_fewer_must_be_assumed() => Assert.Equal(
        "my.yaml:8:14: aggregation: trimmed-mean with 5 assumed Byzantine needs 11 models and gets 6: pull(5) brings 5 "
        + "and the own one. Assume fewer Byzantine peers.",
        Small.Problems(Small.Text, "exchange.assumedByzantine=5"));

    [Fact]
    public void The_mean_takes_any_number_of_liars() =>
        Assert.Equal(5, Small.Read(Small.With(8, "aggregation: mean"), "exchange.assumedByzantine=5").Exchange.AssumedByzantine);

    [Theory]
    [InlineData("trimed-mean", "14: aggregation: \"trimed-mean\" is no rule; did you mean trimmed-mean? "
        + "(known: {rules})")]
    [InlineData("nmm | trimmed-mean", "14: aggregation: \"nmm\" is no mixing step; did you mean nnm? (known: {mixing})")]
    [InlineData("nnm", "14: aggregation: nnm is a mixing step and cannot come last; end with a rule, as in nnm | trimmed-mean")]
    [InlineData("nnm | nnm",
        "20: aggregation: nnm is a mixing step and cannot come last; end with a rule, as in nnm | trimmed-mean")]
    [InlineData("nnm | median | mean", "20: aggregation: median is a rule and comes last; in front of it belong mixing steps")]
    [InlineData("nnm | | mean", $"20: aggregation: {Empty}")]
    [InlineData("nnm |", $"19: aggregation: {Empty}")]
    [InlineData("' | mean'", $"16: aggregation: {Empty}")]
    [InlineData("krum(neighbours=3)", "19: aggregation: neighbours=3 is not one of m-f-2, m-f-1")]
    [InlineData("krum(neighbors=m-f-1)",
        "19: aggregation: krum has no option neighbors; did you mean neighbours? (known: neighbours)")]
    [InlineData("nnm | mean(3)", "25: aggregation: mean has no options, so no 3")]
    [InlineData("nnm | trimmed mean",
        "20: aggregation: \"trimmed mean\" is no rule: write a name, or a name with options like name(option=1)")]
    [InlineData("", "13: aggregation: is empty, not a single value. Mixing steps and a rule, divided by bars.")]
    [InlineData("[nnm, mean]", "14: aggregation: is a list, not a single value. Mixing steps and a rule, divided by bars.")]
    public void A_wrong_pipeline_is_refused_where_it_is_wrong(string pipeline, string expected) =>
        Small.AssertProblems($"my.yaml:8:{expected}", Small.With(8, $"aggregation: {pipeline}".TrimEnd()));

    [Fact]
    public void Every_wrong_step_is_told() => Small.AssertProblems(
        "my.yaml:8:14: aggregation: \"nmm\" is no mixing step; did you mean nnm? (known: {mixing})\n"
        + "my.yaml:8:20: aggregation: mean is a rule and comes last; in front of it belong mixing steps\n"
        + "my.yaml:8:27: aggregation: \"krun\" is no rule; did you mean krum? (known: {rules})",
        Small.With(8, "aggregation: nmm | mean | krun"));
}
