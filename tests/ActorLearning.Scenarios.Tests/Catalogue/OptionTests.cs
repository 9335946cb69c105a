using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Tests.Catalogue;

public sealed class OptionTests
{
    private static readonly Dictionary<string, Option> Options = new()
    {
        ["any"] = new("x", "any number"),
        ["above"] = new("x", "above a bound") { Least = 0, IsLeastExcluded = true },
        ["between"] = new("x", "between bounds") { Least = 0.5, Most = 2 },
        ["most"] = new("x", "up to a bound") { Most = 3 },
        ["whole"] = new("x", "whole") { IsWhole = true, Least = 1 },
        ["word"] = new("x", "a word") { Choices = ["left", "right"] },
    };

    [Theory]
    [InlineData("any", "-1.5e-3")]
    [InlineData("any", "+4")]
    [InlineData("above", "1e-300")]
    [InlineData("between", "0.5")]
    [InlineData("between", "2")]
    [InlineData("most", "-1e300")]
    [InlineData("whole", "1")]
    [InlineData("whole", "2e3")]
    [InlineData("whole", "2147483647")]
    [InlineData("word", "left")]
    public void A_value_in_range_is_allowed(string option, string value) => Assert.Null(Options[option].Refusal(value));

    [Theory]
    [InlineData("any", "", "x= is not a number")]
    [InlineData("any", "1,5", "x=1,5 is not a number")]
    [InlineData("any", "NaN", "x=NaN is not a number")]
    [InlineData("any", "Infinity", "x=Infinity is not a number")]
    [InlineData("any", "1e999", "x=1e999 is not a number")]
    [InlineData("above", "0", "x=0 is out of range: above 0")]
    [InlineData("between", "0.4", "x=0.4 is out of range: 0.5 or more, at most 2")]
    [InlineData("between", "2.1", "x=2.1 is out of range: 0.5 or more, at most 2")]
    [InlineData("most", "4", "x=4 is out of range: at most 3")]
    [InlineData("whole", "1.5", "x=1.5 is not a whole number")]
    [InlineData("whole", "0", "x=0 is out of range: 1 or more")]
    [InlineData("whole", "2147483648", "x=2147483648 is not a whole number")]
    [InlineData("word", "lefd", "x=lefd is not one of left, right; did you mean left?")]
    [InlineData("word", "Left", "x=Left is not one of left, right; did you mean left?")]
    [InlineData("word", "up and down", "x=up and down is not one of left, right")]
    public void A_value_out_of_range_is_refused_with_what_is_allowed(string option, string value, string expected) =>
        Assert.Equal(expected, Options[option].Refusal(value));
}
