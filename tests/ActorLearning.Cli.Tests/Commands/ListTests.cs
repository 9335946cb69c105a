using ActorLearning.Scenarios.Catalogue;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class ListTests
{
    [Fact]
    public void Every_name_is_listed_with_its_meaning()
    {
        var text = Outcome.Of("list").AssertDone().Out;

        Assert.All(Known.Parts, part =>
        {
            Assert.Contains($"{part.Key}:\n", text, StringComparison.Ordinal);
            Assert.All(
                part.Value, entry => Assert.Contains($"  {entry.Signature,-36} {entry.Meaning}", text, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void One_part_is_listed_alone()
    {
        var lines = Outcome.Of("list", "attacks").AssertDone().Lines;

        Assert.Equal("attacks:", lines[0]);
        Assert.Equal(
            "  alie(z=1.5, sign=+, of=pull)         a little is enough: mean plus z standard deviations of each coordinate "
            + "(Baruch et al. 2019)", lines.Single(line => line.StartsWith("  alie", StringComparison.Ordinal)));
        Assert.Equal(
            1 + Known.Attacks.Entries.Count + Known.Attacks.Entries.Sum(entry => entry.Options.Count), lines.Length);
    }

    [Fact]
    public void Every_key_is_listed_with_its_default()
    {
        var lines = Outcome.Of("list", "keys").AssertDone().Lines;

        Assert.Equal(ScenarioKeys.All.Count, lines.Length);
        Assert.All(ScenarioKeys.All.Zip(lines), pair =>
        {
            var (key, line) = pair;
            Assert.StartsWith($"  {key.Path} ", line, StringComparison.Ordinal);
            Assert.Contains(key.Default is null ? " required " : $" {key.Default} ", line, StringComparison.Ordinal);
            Assert.EndsWith(key.Meaning, line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_schema_is_for_redirection_into_its_file() =>
        Assert.Equal(ScenarioSchema.Write(), Outcome.Of("list", "schema").AssertDone().Out);

    [Fact]
    public void The_catalogue_is_written_as_the_page_of_the_documentation() =>
        Assert.Equal(CatalogueMarkdown.Write(), Outcome.Of("list", "markdown").AssertDone().Out);

    [Fact]
    public void The_reference_of_keys_is_written_as_the_page_of_the_documentation() =>
        Assert.Equal(ScenarioMarkdown.Write(), Outcome.Of("list", "reference").AssertDone().Out);

    [Theory]
    [InlineData("atacks", "; did you mean attacks?")]
    [InlineData("kyes", "; did you mean keys?")]
    [InlineData("graphs", "")]
    public void An_unknown_part_is_refused_with_the_nearest(string part, string hint) => Outcome.Of("list", part).AssertRefused(
        $"list: \"{part}\" is no part of the catalogue{hint} "
        + $"(known: {string.Join(", ", Known.Parts.Keys)}, keys, schema, markdown, reference)");
}
