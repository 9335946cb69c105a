using System.Globalization;
using System.Text;

namespace ActorLearning.Scenarios.Catalogue;

/// <summary>The catalogue as the page docs/catalogue.md.</summary>
public static class CatalogueMarkdown
{
    /// <summary>Writes the page.</summary>
    public static string Write()
    {
        var page = new StringBuilder("""
            # The catalogue

            Every name a scenario can use, with its options and their defaults. Written by `actorlearning list markdown`; a test
            keeps it equal to the code. m is the number of models, the own one among them, f the assumed number of Byzantine ones.
            An option that says "set here" has a default of this catalogue, not of its source: `docs/results.md` tells what it
            does.

            """);
        foreach (var (part, entries) in Known.Parts)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {part}\n\n| name | meaning | source |\n| --- | --- | --- |\n");
            foreach (var entry in entries)
            {
                page.Append(CultureInfo.InvariantCulture,
                    $"| `{entry.Signature}` | {Cell(entry.Meaning)}{Options(entry)} | {Cell(entry.Source)} |\n");
            }
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Options(IEntry entry) =>
        string.Concat(entry.Options.Select(option => Cell($"<br>`{option.Name}`: {option.Meaning}{Choices(option)}")));

    private static string Choices(Option option) =>
        option.Choices.Count > 0 ? $" ({string.Join(", ", option.Choices)})" : "";

    /// <summary>A bar would end the cell.</summary>
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
