using ActorLearning.Cli.Display;
using ActorLearning.Cli.Tests.Reporting;
using ActorLearning.Engine.Records;
using Spectre.Console;

namespace ActorLearning.Cli.Tests.Runs;

/// <summary>What a terminal shows while a run goes on.</summary>
public sealed class LiveTableTests
{
    [Theory]
    [InlineData(30)]
    [InlineData(80)]
    [InlineData(200)]
    public void It_fits_the_terminal(int width)
    {
        var lines = Rendered(ReportedRun.MakeLarge(honest: 3, rounds: 3), width);

        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        Assert.Contains(lines, line => line.StartsWith("round", StringComparison.Ordinal) && line.EndsWith("3 of 3"));
        Assert.Contains(lines, line => line.Contains("mean 0.", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Byzantine", StringComparison.Ordinal));
    }

    [Fact]
    public void It_shows_the_whole_state_of_a_run() => Assert.Equal(
        [
            "round      3 of 3",
            "           ████████████████████████████████████████",
            "accuracy   mean 0.517  worst 0.444",
            "           ▃▄▄▅",
            "Byzantine  met 2 at most, 1 assumed",
            "pace       0.0 rounds/s   0:00 left",
        ],
        Rendered(ReportedRun.MakeLarge(honest: 3, rounds: 3), 80));

    [Fact]
    public void Rounds_that_went_on_without_learners_are_counted() => Assert.Contains(
        Rendered(ReportedRun.Make(), 80), line => line.EndsWith("1 round(s) went on without some learners"));

    private static string[] Rendered(RunRecord record, int width)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        console.Write(LiveTable.Of(new RunProgress(record, record.Last!), width));
        return [.. writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];
    }
}
