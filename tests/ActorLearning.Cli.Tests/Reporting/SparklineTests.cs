using ActorLearning.Reporting;

namespace ActorLearning.Cli.Tests.Reporting;

public sealed class SparklineTests
{
    [Fact]
    public void The_higher_the_value_the_higher_the_block() =>
        Assert.Equal("▁▁▅██", Sparkline.Of([-1, 0, 0.5, 1, 2]));

    [Theory]
    [InlineData(4, "▁▃▅▇")]
    [InlineData(3, "▃▇")]
    [InlineData(1, "▇")]
    public void Long_lines_are_thinned_out_and_keep_their_end(int most, string expected) =>
        Assert.Equal(expected, Sparkline.Of([0, .25, .5, .75], most));

    [Fact]
    public void Nothing_gives_nothing() => Assert.Equal("", Sparkline.Of([]));
}
