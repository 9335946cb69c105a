using ActorLearning.Learning.Training;

namespace ActorLearning.Learning.Tests.Training;

public sealed class RateScheduleTests
{
    // RPEL on CIFAR-10.
    private static readonly RateSchedule Schedule = new([(0, .5), (500, .1), (1000, .02), (1500, .004)]);

    [Theory]
    [InlineData(0, .5)]
    [InlineData(1, .5)]
    [InlineData(500, .5)]
    [InlineData(501, .1)]
    [InlineData(1000, .1)]
    [InlineData(1001, .02)]
    [InlineData(1501, .004)]
    [InlineData(1_000_000, .004)]
    public void A_step_takes_effect_after_as_many_rounds_as_it_says(int round, double rate) =>
        Assert.Equal(rate, Schedule.At(round));

    [Fact]
    public void A_constant_rate_never_changes() =>
        Assert.All([0, 1, 7, 100_000], round => Assert.Equal(.25, RateSchedule.Constant(.25).At(round)));
}
