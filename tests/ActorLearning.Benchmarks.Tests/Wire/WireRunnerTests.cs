using ActorLearning.Benchmarks.Wire;

namespace ActorLearning.Benchmarks.Tests.Wire;

public sealed class WireRunnerTests
{
    [Fact]
    public async Task Models_and_bytes_go_between_two_processes_and_are_compared()
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        string[] arguments = ["wire", "--parameters", "1000", "--models", "10", "--runs", "1"];

        var exit = await WireRunner.RunAsync(arguments, output, errors);

        Assert.Equal((0, string.Empty), (exit, errors.ToString()));
        Assert.Contains("new models", output.ToString());
        Assert.Contains("ratio", output.ToString());
    }

    [Theory]
    [InlineData("wire", "--models")]
    [InlineData("wire", "--models", "0")]
    [InlineData("wire", "--colour", "3")]
    public async Task A_wrong_command_line_is_answered_with_the_right_one(params string[] arguments)
    {
        var errors = new StringWriter();

        Assert.Equal(2, await WireRunner.RunAsync(arguments, new StringWriter(), errors));
        Assert.StartsWith("Usage: wire", errors.ToString());
    }
}
