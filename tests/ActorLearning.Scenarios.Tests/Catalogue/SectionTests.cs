using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Tests.Catalogue;

public sealed class SectionTests
{
    private static readonly Section<string> Colours = new(
        "colour",
        new("red", "warm", "", [new("depth", "how deep", "1")], arguments => $"red {arguments.Word("depth")}"),
        new("blue", "cold", "", [], _ => "blue"));

    private readonly List<string> problems = [];

    [Theory]
    [InlineData("red", "red 1")]
    [InlineData(" red(2) ", "red 2")]
    [InlineData("blue", "blue")]
    public void What_a_text_names_is_made(string text, string expected) => Assert.Equal(expected, Make(text));

    [Theory]
    [InlineData("rde", "10: \"rde\" is no colour; did you mean red? (known: red, blue)")]
    [InlineData("Red", "10: \"Red\" is no colour; did you mean red? (known: red, blue)")]
    [InlineData("  yellow", "12: \"yellow\" is no colour (known: red, blue)")]
    [InlineData("red blue", "10: \"red blue\" is no colour: write a name, or a name with options like name(option=1)")]
    [InlineData("red(depth=x)", "14: depth=x is not a number")]
    public void What_is_not_known_is_reported_with_its_offset(string text, string expected)
    {
        Assert.Null(Make(text));

        Assert.Equal([expected], problems);
    }

    private string? Make(string text) =>
        Colours.Make(text, offset: 10, (offset, problem) => problems.Add($"{offset}: {problem}"));
}
