using ActorLearning.Reporting;

namespace ActorLearning.Cli.Tests.Reporting;

public sealed class SparklineTests
{
    [Fact]
    public void The_higher_the_value_the_higher_the_block() =>
        Assert.Equal("▁▁▅██", Sparkline.Of([-1, 0, 0.5, 1, 2]));

    [Fact]
    public void Nothing_gives_nothing() => Assert.Equal("", Sparkline.Of([]));
}
