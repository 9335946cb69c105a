using System.Text.RegularExpressions;
using ActorLearning.Scenarios.Catalogue;
using ActorLearning.Scenarios.Reading;
using ActorLearning.Scenarios.Sweeps;

namespace ActorLearning.Scenarios.Tests.Reading;

public sealed partial class ScenarioFilesTests
{
    private static readonly string Folder = Path.Combine(Small.Repository(), "scenarios");

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)
            .Where(path => !path.StartsWith("sweeps/", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> SweepFiles =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, "sweeps"), "*.yaml")
            .Select(path => Path.GetRelativePath(Folder, path)),
    ];

    public static TheoryData<string> Sweeps => [.. Directory.EnumerateFiles(Path.Combine(Folder, "sweeps"), "*.yaml")];

    [Theory]
    [MemberData(nameof(Sweeps))]
    public void Every_run_of_the_repositorys_sweeps_is_good(string path) =>
        Assert.True(SweepFile.Read(path).Cells.Count > 1);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_scenario_of_the_repository_is_good(string file)
    {
        var path = Path.Combine(Folder, file);

        ScenarioFile.Read(path);

        // Editors find the schema by this line.
        var schema = string.Concat(Enumerable.Repeat("../", file.Count(letter => letter == '/'))) + "scenario.schema.json";
        Assert.Equal($"# yaml-language-server: $schema={schema}", File.ReadLines(path).First());
    }

    [Theory]
    [MemberData(nameof(Files))]
    [MemberData(nameof(SweepFiles))]
    public void Every_scenario_begins_with_what_it_shows_and_what_to_expect(string file)
    {
        var lines = File.ReadLines(Path.Combine(Folder, file))
            .SkipWhile(line => line.StartsWith("# yaml-language-server:", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith("# ", StringComparison.Ordinal));

        Assert.True(lines.Count() >= 3, $"{file} does not say in three lines what it shows");
        Assert.True(lines.Any(line => Expectation().IsMatch(line)), $"{file} does not say what to expect");
    }

    [Fact]
    public void Every_way_to_choose_peers_has_a_scenario()
    {
        foreach (var entry in Known.Peers.Entries)
        {
            // Nearly all others pull.
            var file = entry.Name == "pull" ? "quickstart.yaml" : $"topologies/{entry.Name}.yaml";
            var path = Path.Combine(Folder, file);

            Assert.True(File.Exists(path), $"scenarios/{file} is missing: copy another and change the peers");
            var peers = ScenarioFile.Read(path).Settings["exchange.peers"];
            Assert.Equal(entry.Name, Call.Parse(peers)!.Name);
        }
    }

    [Fact]
    public void The_table_of_rules_and_attacks_has_every_rule_and_every_mixing_step()
    {
        var sweep = SweepFile.Read(Path.Combine(Folder, "sweeps", "all-rules.yaml"));
        var axis = sweep.Axes.Single(axis => axis.Key == "aggregation");

        var names = axis.Values.SelectMany(text => text.Split(" | ")).Select(step => step.Split('(')[0]).Distinct();

        Assert.Equal(
            Known.Rules.Entries.Select(entry => entry.Name).Concat(Known.MixingSteps.Entries.Select(entry => entry.Name)).Order(),
            names.Order());
    }

    [Fact]
    public void The_table_of_rules_and_attacks_has_every_attack_whose_lies_a_rule_gets_to_see()
    {
        // What is broken is refused before; what comes not at all, late or often is a matter of the exchange.
        string[] others = ["infinite", "nan", "wrong-length", "garbage", "silent", "late", "duplicate", "flood"];
        var sweep = SweepFile.Read(Path.Combine(Folder, "sweeps", "all-rules.yaml"));

        var names = sweep.Axes.Single(axis => axis.Key == "byzantine.attack").Values.Select(text => text.Split('(')[0]);

        Assert.Equal(Known.Attacks.Entries.Select(entry => entry.Name).Except(others).Order(), names.Order());
    }

    [Fact]
    public void Every_attack_of_the_catalogue_has_a_scenario()
    {
        foreach (var entry in Known.Attacks.Entries)
        {
            var path = Path.Combine(Folder, "attacks", $"{entry.Name}.yaml");

            Assert.True(File.Exists(path), $"scenarios/attacks/{entry.Name}.yaml is missing: copy another and change the attack");
            Assert.Equal(entry.Name, Call.Parse(Assert.Single(ScenarioFile.Read(path).Byzantine).AttackText)!.Name);
        }
    }

    [Fact]
    public void Every_fault_of_the_catalogue_stands_in_a_scenario()
    {
        var faults = Directory.GetFiles(Path.Combine(Folder, "faults"), "*.yaml")
            .Select(path => File.ReadLines(path).Where(line => !line.StartsWith('#'))).ToList();

        Assert.All(Known.Faults.Entries, entry => Assert.True(
            faults.Any(lines => lines.Any(line => line.StartsWith($"  - {entry.Name}(", StringComparison.Ordinal))),
            $"no scenario in scenarios/faults has {entry.Name}"));
    }

    [GeneratedRegex("[Ee]xpect")]
    private static partial Regex Expectation();
}
