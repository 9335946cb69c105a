using ActorLearning.Scenarios;
using ActorLearning.Testing.Schedules;

namespace ActorLearning.Testing.Tests.Schedules;

public sealed class ScheduleFileTests
{
    private static readonly string[] AllLines =
    [
        "deliver tick 1 to 0",
        "deliver trained 2 to 3",
        "hold pull 1.2 from 0 to 2",
        "drop answer 1 from 2 to 0",
        "duplicate refusal 1 from 2 to 0",
        "deliver forged 1 for 0 to 4 with 1000000",
        "deliver answer 3 from 4 to 0 with nan",
        "deliver answer 3 from 4 to 0 with -0.25",
        "deliver aggregated 1 to 0 with infinity",
        "deliver timeout 1 from 2 to 0",
        "deliver patience 1",
        "send deadline 4",
        "send pull 2147483647 from 4 to 0",
        "send answer -1 from 4 to 0 with short",
        "drop report 1 from 3",
        "restart 3",
        "restart coordinator",
        "time passes 2.5s",
        "deliver the rest",
        "expect answer 1 from 2 to 0",
        "expect no answer 1 from 2 to 0",
        "expect learner 0 pulling 1",
        "expect learner 0 aggregating 1.1",
        "expect learner 0 duplicates 1",
        "expect aggregate 1 at 0 of 0 1 2",
        "expect round 1 ended",
        "expect round 1 ended without 3 4",
        "expect the run ended",
        "expect the run stuck",
    ];

    public static TheoryData<string> Lines => [.. AllLines];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_reads_back_as_it_was_written(string line)
    {
        var step = ScheduleText.Parse(line, out var reason);

        Assert.Null(reason);
        Assert.Equal(line, step.ToString());
        Assert.Equal(step, ScheduleText.Parse(step.ToString()!, out _));
    }

    [Fact]
    public void A_file_reads_back_as_it_was_written()
    {
        var text = $"seed: 7\nrounds: 3\nschedule:\n{string.Concat(AllLines.Select(line => $"- {line}\n"))}";

        Assert.Equal(text, ScheduleFile.Parse("file", text).ToString());
        Assert.Empty(ScheduleFile.Parse("file", "schedule: []").Steps);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_with_line_and_nearest_name()
    {
        const string Text = """
            round: 3
            seed: -1
            schedule:
            - delivr tick 1 to 0
            - deliver tik 1 to 0
            - deliver tick 1
            - hold tick 1 to 0 with 3
            - deliver tick 1 to 0 with 3
            - deliver answer 1 from 1 to 0 with mud
            - restart all
            - time passes slowly
            - expect learner 0 happy 1
            - [a, b]
            """;

        var problems = Assert.Throws<InputException>(() => ScheduleFile.Parse("file", Text)).Problems;

        Assert.Equal([1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], problems.Select(problem => problem.Line));
        Assert.Equal("file:1:1: round: is no key; did you mean rounds? (known: seed, rounds, schedule)", problems[0].ToString());
        Assert.StartsWith(
            "file:4:3: schedule: \"delivr\" is nothing a schedule can do; did you mean deliver?", problems[2].ToString(),
            StringComparison.Ordinal);
        Assert.Contains("did you mean tick?", problems[3].Message, StringComparison.Ordinal);
        Assert.Equal("\"tick 1\" is no tick; write it like tick 1 to 0", problems[4].Message);
        Assert.Contains("nan, infinity, short, long, or silence", problems[7].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- drop tick 1 to 0")]
    [InlineData("seed: 1")]
    [InlineData("schedule: drop tick 1 to 0")]
    [InlineData("schedule: [")]
    public void What_is_no_schedule_is_refused(string text) =>
        Assert.NotEmpty(Assert.Throws<InputException>(() => ScheduleFile.Parse("file", text)).Problems);
}
