using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Scenarios.Tests.Reading;

public sealed class ScenarioMarkdownTests
{
    [Fact]
    public void The_page_is_what_the_table_of_keys_says()
    {
        var page = File.ReadAllText(Path.Combine(Small.Repository(), "docs/scenario.md")).ReplaceLineEndings("\n");

        Assert.True(ScenarioMarkdown.Write() == page,
            "docs/scenario.md is not what the code says; write it anew: actorlearning list reference > docs/scenario.md");
    }

    [Fact]
    public void Every_key_has_a_row_that_says_what_it_holds() => Assert.All(ScenarioKeys.All, key =>
    {
        var row = ScenarioMarkdown.Write().Split('\n').Single(line =>
            line.StartsWith($"| `{key.Path}` | ", StringComparison.Ordinal));

        Assert.Contains(key.Meaning.Replace("|", "\\|", StringComparison.Ordinal), row, StringComparison.Ordinal);
        Assert.DoesNotContain("|  |", row, StringComparison.Ordinal);
    });
}
