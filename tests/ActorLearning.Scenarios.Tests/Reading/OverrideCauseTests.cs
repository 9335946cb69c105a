namespace ActorLearning.Scenarios.Tests.Reading;

/// <summary>A good file that an override makes wrong.</summary>
public sealed class OverrideCauseTests
{
    [Fact]
    public void A_problem_in_a_good_file_names_the_override_it_comes_of() => Assert.EndsWith(
        "(the file alone is good; this comes of --set exchange.peers=pull(3))",
        Message(Small.Text));

    [Fact]
    public void A_problem_of_the_file_itself_does_not() => Assert.DoesNotContain(
        "the file alone is good", Message(Small.With(9, "rounds: 0")));

    private static string Message(string text) =>
        Assert.Throws<InputException>(() => Small.Read(text, "exchange.peers=pull(3)")).Message;
}
