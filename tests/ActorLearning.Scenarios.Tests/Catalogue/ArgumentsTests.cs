using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Tests.Catalogue;

public sealed class ArgumentsTests
{
    private static readonly Option[] Options =
    [
        new("size", "how large") { IsWhole = true, Least = 1 },
        new("rate", "how fast", "0.5"),
        new("side", "where", "left") { Choices = ["left", "right"] },
        new("cap", "the most") { IsOptional = true },
    ];

    private readonly List<(int Offset, string Problem)> problems = [];

    [Fact]
    public void Values_by_place_and_by_name_and_defaults_are_bound()
    {
        var arguments = Bind("x(3, side=right)")!;

        Assert.Equal((3, 0.5, "right"), (arguments.Whole("size"), arguments.Number("rate"), arguments.Word("side")));
        Assert.False(arguments.Has("cap"));
        Assert.Empty(problems);
    }

    [Fact]
    public void An_option_without_a_default_may_be_left_out_or_given()
    {
        var arguments = Bind("x(3, cap=7)")!;

        Assert.True(arguments.Has("cap"));
        Assert.Equal(7, arguments.Number("cap"));
    }

    [Fact]
    public void A_repeating_option_takes_all_values_in_a_row()
    {
        Option[] widths = [new("width", "how wide") { IsWhole = true, Least = 1, Repeats = true }];

        var arguments = Arguments.Bind(Call.Parse("x(3, 2e2, width=5.0)")!, widths, Report)!;

        Assert.Equal([3, 200, 5], arguments.Repeated);
    }

    [Theory]
    [InlineData("x", "0: x needs size: how large")]
    [InlineData("x(0)", "2: size=0 is out of range: 1 or more")]
    [InlineData("x(1, size=2)", "5: size is given twice")]
    [InlineData("x(1, ratte=2)", "5: x has no option ratte; did you mean rate? (known: size, rate, side, cap)")]
    [InlineData("x(1, 2, left, 4, 5)", "17: x has no place for 5 (known: size, rate, side, cap)")]
    [InlineData("x(rate=1)", "0: x needs size: how large")]
    [InlineData("x(rate=fast)", "2: rate=fast is not a number\n0: x needs size: how large")]
    [InlineData("x(a, b, c)", "2: size=a is not a whole number\n5: rate=b is not a number\n8: side=c is not one of left, right")]
    public void Every_problem_is_told_once_at_its_place(string call, string expected)
    {
        Assert.Null(Bind(call));

        Assert.Equal(expected, string.Join('\n', problems.Select(item => $"{item.Offset}: {item.Problem}")));
    }

    private Arguments? Bind(string call) => Arguments.Bind(Call.Parse(call)!, Options, Report);

    private void Report(int offset, string problem) => problems.Add((offset, problem));
}
