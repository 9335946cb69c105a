namespace ActorLearning.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class ReproduceTests
{
    [Fact]
    public void An_unknown_figure_is_refused_with_the_nearest() => Outcome.Of("reproduce", "afinity").AssertRefused(
        "reproduce: \"afinity\" is no figure; did you mean affinity? "
        + "(known: adaptive, affinity, loss-threshold, rpel-figure-1, rpel-figure-3, rpel-figure-4)");
}
