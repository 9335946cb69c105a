namespace ActorLearning.Scenarios.Tests;

public sealed class ProblemTests
{
    [Theory]
    [InlineData(3, "rounds", "my.yaml:3:7: rounds: is missing")]
    [InlineData(3, "", "my.yaml:3:7: is missing")]
    [InlineData(0, "rounds", "my.yaml: rounds: is missing")]
    [InlineData(0, "", "my.yaml: is missing")]
    public void A_problem_says_where_and_which_key_as_far_as_it_knows(int line, string key, string expected) =>
        Assert.Equal(expected, new Problem("my.yaml", line, Column: 7, key, "is missing").ToString());

    [Fact]
    public void The_message_of_wrong_input_is_a_line_for_each_problem()
    {
        var wrong = new InputException([new("a", 1, 2, "k", "first"), new("b", 0, 0, "", "second")]);

        Assert.Equal($"a:1:2: k: first{Environment.NewLine}b: second", wrong.Message);
    }

    [Fact]
    public void One_problem_needs_no_line() => Assert.Equal("--out: is full", new InputException("--out", "is full").Message);
}
