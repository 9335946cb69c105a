namespace ActorLearning.Benchmarks.Tests;

public sealed class ExploreRunnerTests
{
    [Fact]
    public void It_tells_steps_and_times_of_both_searches()
    {
        using var output = new StringWriter();

        var exit = ExploreRunner.Run(["explore", "3000"], output, TextWriter.Null);

        Assert.Equal(0, exit);
        var rows = output.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n').Skip(1).ToList();
        Assert.Equal(["in order", "at random"], rows.Select(row => row[..10].TrimEnd()));
        var steps = rows.Select(row => int.Parse(row[10..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]));
        Assert.All(steps, count => Assert.InRange(count, 3000, 3100));
    }

    [Theory]
    [InlineData("explore", "none")]
    [InlineData("explore", "0")]
    [InlineData("explore", "1", "2")]
    public void A_wrong_command_line_is_refused(params string[] arguments)
    {
        using var errors = new StringWriter();

        Assert.Equal(2, ExploreRunner.Run(arguments, TextWriter.Null, errors));
        Assert.StartsWith("Usage: explore", errors.ToString(), StringComparison.Ordinal);
    }
}
