using System.Globalization;
using ActorLearning.Benchmarks.Backends;

namespace ActorLearning.Benchmarks.Tests.Backends;

public sealed class BackendRunnerTests
{
    [Fact]
    public void It_tells_steps_and_memory_of_both_backends_a_row_in_a_process_of_its_own()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var exit = BackendRunner.Run(["backends", "--tiny", "--runs", "2", "--case", "softmax"], output, errors);

        Assert.Equal((0, ""), (exit, errors.ToString()));
        var rows = output.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n').Skip(1).ToList();
        Assert.StartsWith("step softmax-regression batch 2", rows[0], StringComparison.Ordinal);
        Assert.Equal(["managed", "torch"], rows.Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => words is ["step", ..] ? words[4] : words[0]));
        foreach (var row in rows.Where(row => !row.StartsWith("torch skipped: ", StringComparison.Ordinal)))
        {
            var numbers = row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^3..]
                .Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToList();
            Assert.All(numbers[..2], number => Assert.True(number > 0, row));
            Assert.InRange(numbers[2], 10, 10_000);
        }
    }

    [Theory]
    [InlineData("backends", "--runs", "0")]
    [InlineData("backends", "steps")]
    [InlineData("backends", "--device")]
    [InlineData("backends", "--row", "mnist-cnn", "onnx")]
    [InlineData("backends", "--cpu", "--threads", "2")]
    public void A_wrong_command_line_is_told_how_it_is_meant(params string[] arguments)
    {
        using var errors = new StringWriter();

        Assert.Equal(2, BackendRunner.Run(arguments, TextWriter.Null, errors));
        Assert.StartsWith("Usage: backends", errors.ToString(), StringComparison.Ordinal);
    }
}
