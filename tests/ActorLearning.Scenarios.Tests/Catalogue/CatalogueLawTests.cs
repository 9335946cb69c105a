using System.Reflection;
using ActorLearning.Learning.Networks;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Tests.Catalogue;

/// <summary>What holds for every entry of the catalogue; a new entry is tested by being there.</summary>
public sealed class CatalogueLawTests
{
    private static readonly DataSource Digits = new("", new Shape(1, 28, 28), 10, 0, 0, _ => throw new NotSupportedException());

    public static TheoryData<string, string> Entries
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (part, entries) in Known.Parts)
            {
                foreach (var entry in entries)
                {
                    data.Add(part, entry.Name);
                }
            }

            return data;
        }
    }

    [Fact]
    public void The_parts_hold_every_section_of_the_catalogue()
    {
        var sections = typeof(Known).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType.Name.StartsWith("Section", StringComparison.Ordinal));

        Assert.Equal(sections.Count(), Known.Parts.Count);
        Assert.All(Known.Parts.Values, Assert.NotEmpty);
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_says_what_it_is(string part, string name)
    {
        var entry = Entry(part, name);

        Assert.Matches("^[a-z][a-z0-9-]*$", entry.Name);
        Assert.NotEmpty(entry.Meaning);
        Assert.Single(Known.Parts[part], other => other.Name == name);
        Assert.All(entry.Options, option =>
        {
            Assert.Matches("^[a-z][A-Za-z]*$", option.Name);
            Assert.NotEmpty(option.Meaning);
            Assert.Single(entry.Options, other => other.Name == option.Name);
        });
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void A_default_is_in_its_own_range(string part, string name) => Assert.All(
        Entry(part, name).Options.Where(option => option.Default is not null),
        option => Assert.Null(option.Refusal(option.Default!)));

    [Theory]
    [MemberData(nameof(Entries))]
    public void A_signature_with_its_blanks_filled_in_makes_the_thing(string part, string name)
    {
        var entry = Entry(part, name);
        var text = entry.Options.Where(option => option.Default is null).Aggregate(
            entry.Signature.Replace(", …", "", StringComparison.Ordinal).Replace("[", "", StringComparison.Ordinal)
                .Replace("]", "", StringComparison.Ordinal),
            (filled, option) => filled.Replace(option.Name, $"{option.Name}={Example(option)}", StringComparison.Ordinal));

        Assert.NotNull(Make(part, text));
        Assert.Equal(entry.Options.Any(option => option.Default is null && !option.IsOptional), MakeOrNull(part, name) is null);
    }

    private static IEntry Entry(string part, string name) => Known.Parts[part].Single(entry => entry.Name == name);

    private static string Example(Option option) =>
        option.Choices.Count > 0 ? option.Choices[0] : option.IsTime ? "2s" : IsShare(option) ? "0.5" : "2";

    private static bool IsShare(Option option) => option is { Least: 0, Most: 1 };

    private static object? Make(string part, string text) =>
        Make(part, text, (_, problem) => Assert.Fail($"{text}: {problem}"));

    private static object? MakeOrNull(string part, string text) => Make(part, text, (_, _) => { });

    private static object? Make(string part, string text, Action<int, string> report) => part switch
    {
        "rules" => Pipelines.Parse(text, report),
        "mixing" => Pipelines.Parse($"{text} | mean", report),
        "attacks" => Known.Attacks.Make(text, 0, report),
        "models" => Known.MakeModel(text, Digits, report),
        "data" => text.StartsWith("csv(", StringComparison.Ordinal) ? text : Known.DataSets.Make(text, 0, report),
        "splits" => Known.Splits.Make(text, 0, report),
        "peers" => Known.Peers.Make(text, 0, report),
        "ticks" => Known.Ticks.Make(text, 0, report),
        "faults" => Known.Faults.Make(text, 0, report),
        _ => throw new ArgumentException($"the part {part} is not tested", nameof(part)),
    };
}
