namespace ActorLearning.Scenarios.Tests.Reading;

public sealed class RateScheduleProblemTests
{
    private const string Ascending = "is not an iteration; write them ascending from 0, as in {0: 0.5, 500: 0.1}";

    [Theory]
    [InlineData("{ 5: 0.1 }", "19: training.rate: a schedule begins at iteration 0")]
    [InlineData("{}", "19: training.rate: a schedule begins at iteration 0")]
    [InlineData("{ 0: 0.1, x: 0.2 }", $"29: training.rate: x {Ascending}")]
    [InlineData("{ 0: 0.1, -1: 0.2 }", $"29: training.rate: -1 {Ascending}")]
    [InlineData("{ 0: 0.1, 20: 0.2, 10: 0.2 }", $"38: training.rate: 10 {Ascending}")]
    [InlineData("{ 0: -0.1 }", "24: training.rate: -0.1 is out of range; allowed: 0 or more")]
    [InlineData("{ 0: [1] }", "24: training.rate: [ 1 ] is not a number")]
    [InlineData("[0.1]", "19: training.rate: is a list, not a single value; a list of values is for actorlearning sweep. "
        + "Learning rate, or rates from iterations: {0: 0.5, 500: 0.1}.")]
    public void A_wrong_schedule_is_one_problem(string rate, string expected) =>
        Assert.Equal($"my.yaml:6:{expected}", Small.Problems(Small.With(6, $"training: {{ rate: {rate} }}")));
}
