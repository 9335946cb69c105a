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
    [InlineData("clipping(radius=-1) | mean", "23: aggregation: radius=-1 is out of range: 0 or more")]
    [InlineData("centred-clipping(radius=-2)", "31: aggregation: radius=-2 is out of range: 0 or more")]
    [InlineData("clipped-gossip(radius=-0.5)", "29: aggregation: radius=-0.5 is out of range: 0 or more")]
    [InlineData("multi-krum(q=0)", "25: aggregation: q=0 is out of range: 1 or more")]
    [InlineData("clipping | mean", "14: aggregation: clipping needs radius: the greatest norm")]
    [InlineData("ubar(share=0)", "19: aggregation: share=0 is out of range: above 0, at most 1")]
    [InlineData("ubar(share=1.5)", "19: aggregation: share=1.5 is out of range: above 0, at most 1")]
    [InlineData("bucketing(s=0) | median", "24: aggregation: s=0 is out of range: 1 or more")]
    [InlineData("nnm | ubar", "20: aggregation: the rule measures the losses of the models as they are; "
        + "no mixing step may stand in front")]
    [InlineData("arc | gts", "20: aggregation: the rule weighs neighbours of a graph; no mixing step may stand in front")]
    [InlineData("bucketing | centred-clipping(radius=1, start=own)",
        "26: aggregation: the rule starts from the own model, which a step in front mixes away")]
    [InlineData("nnm | bucketing | nearest-neighbour-averaging",
        "32: aggregation: the rule starts from the own model, which a step in front mixes away")]
    [InlineData("multi-krum(q=20)", "14: aggregation: multi-krum(q=20) with 2 assumed Byzantine needs 20 models and gets 6: "
        + "pull(5) brings 5 and the own one. Assume fewer Byzantine peers.")]
    [InlineData("", "13: aggregation: is empty, not a single value. Mixing steps and a rule, divided by bars.")]
    [InlineData("[nnm, mean]", "14: aggregation: is a list, not a single value; a list of values is for actorlearning sweep. "
        + "Mixing steps and a rule, divided by bars.")]
    public void A_wrong_pipeline_is_refused_where_it_is_wrong(string pipeline, string expected) =>
        Small.AssertProblems($"my.yaml:8:{expected}", Small.With(8, $"aggregation: {pipeline}".TrimEnd()));

    [Fact]
    public void Every_wrong_option_of_every_step_is_told_with_its_place() => Small.AssertProblems(
        "my.yaml:8:24: aggregation: s=0 is out of range: 1 or more\n"
        + "my.yaml:8:40: aggregation: radius=-1 is out of range: 0 or more\n"
        + "my.yaml:8:51: aggregation: clipping has no option radios; did you mean radius? (known: radius)\n"
        + "my.yaml:8:68: aggregation: share=2 is out of range: above 0, at most 1\n"
        + "my.yaml:8:77: aggregation: ubar has no option alfa; did you mean alpha? (known: share, alpha, data)",
        Small.With(8, "aggregation: bucketing(s=0) | clipping(radius=-1, radios=2) | ubar(share=2, alfa=1)"));

    [Fact]
    public void Every_wrong_step_is_told() => Small.AssertProblems(
        "my.yaml:8:14: aggregation: \"nmm\" is no mixing step; did you mean nnm? (known: {mixing})\n"
        + "my.yaml:8:20: aggregation: mean is a rule and comes last; in front of it belong mixing steps\n"
        + "my.yaml:8:27: aggregation: \"krun\" is no rule; did you mean krum? (known: {rules})",
        Small.With(8, "aggregation: nmm | mean | krun"));
}
