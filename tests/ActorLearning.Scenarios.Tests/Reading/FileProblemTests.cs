using System.Text;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Scenarios.Tests.Reading;

/// <summary>Files that are no scenario at all.</summary>
public sealed class FileProblemTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("actorlearning-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("nowhere.yaml")]
    [InlineData("nowhere/scenario.yaml")]
    public void A_file_that_is_not_there(string name)
    {
        var path = Path.Combine(folder.FullName, name);

        Assert.Equal($"{path}: there is no such file. Scenarios of this repository lie in scenarios/.", Problems(path));
    }

    [Fact]
    public void A_folder_in_place_of_a_file() =>
        Assert.Equal($"{folder.FullName}: is a folder, not a scenario file", Problems(folder.FullName));

    [Fact]
    public void A_file_is_read_with_its_name_in_every_problem()
    {
        var path = Path.Combine(folder.FullName, "my.yaml");
        File.WriteAllText(path, Small.With(9, "rounds: 0"));

        Assert.Equal($"{path}:9:9: rounds: 0 is out of range; allowed: 1 to 100000000", Problems(path));
        Assert.Equal("small", ScenarioFile.Read(path, "rounds=1").Name);
    }

    [Fact]
    public void Quotes_tabs_in_comments_carriage_returns_and_a_byte_order_mark_change_nothing()
    {
        var path = Path.Combine(folder.FullName, "my.yaml");
        var text = Small.With(1, "\"name\": 'small' #\ttabs are free here").ReplaceLineEndings("\r\n");
        File.WriteAllText(path, text, Encoding.UTF8);

        Assert.Equal(Small.Read(Small.Text).Fingerprint, ScenarioFile.Read(path).Fingerprint);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment")]
    [InlineData("- name: a\n- name: b\n")]
    [InlineData("5")]
    [InlineData("just words")]
    public void A_text_without_keys(string text) =>
        Assert.Equal("my.yaml: is not a scenario: it must hold keys with values, like name: my run", Small.Problems(text));

    [Fact]
    public void Two_documents_in_a_file() => Assert.Equal(
        "my.yaml: holds 2 documents, divided by ---; a scenario is one", Small.Problems($"{Small.Text}\n---\nname: b\n"));

    [Theory]
    [InlineData("\trounds: 5",
        "9:9: is not YAML: While scanning a plain scalar, found a tab character that violate indentation.")]
    [InlineData("evaluate: { every: 1", "11:1: is not YAML: While parsing a flow mapping, did not find expected ',' or '}'.")]
    [InlineData("faults: [", "11:1: is not YAML: While parsing a node, did not find expected node content.")]
    [InlineData("- a", "10:1: is not YAML: While parsing a block mapping, did not find expected key.")]
    [InlineData("name: 'open", "10:7: is not YAML: While scanning a quoted scalar, found unexpected end of stream.")]
    [InlineData("rounds: 6", "10:1: is not YAML: Duplicate key rounds")]
    [InlineData("evaluate: { every: 1, every: 2 }", "10:23: is not YAML: Duplicate key every")]
    public void A_text_that_is_not_YAML(string lastLine, string expected) =>
        Assert.Equal($"my.yaml:{expected}", Small.Problems(Small.With(10, lastLine)));

    [Fact]
    public void A_bracket_left_open_in_the_middle() => Assert.Equal(
        "my.yaml:3:24: is not YAML: a bracket is left open",
        Small.Problems(Small.With(3, "byzantine: { count: 2, attack: alie")));

    private static string Problems(string path) => Assert.Throws<InputException>(() => ScenarioFile.Read(path)).Message;
}
