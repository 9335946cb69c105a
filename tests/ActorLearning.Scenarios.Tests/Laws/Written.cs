using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Tests.Laws;

/// <summary>Entries of the catalogue as a scenario would write them.</summary>
internal static class Written
{
    /// <summary>An entry with options without a default at 2, and once more for every other word that an option may be.</summary>
    /// <remarks>On which data losses are measured is the oracle's business and not tried.</remarks>
    public static IEnumerable<string> Variants(IEntry entry)
    {
        yield return Filled(entry);
        foreach (var option in entry.Options.Where(option => option.Name != "data"))
        {
            foreach (var word in option.Choices.Where(word => word != option.Default))
            {
                yield return Filled(entry, $"{option.Name}={word}");
            }
        }
    }

    /// <summary>An entry with options without a default at 2.</summary>
    public static string Filled(IEntry entry, params string[] more)
    {
        string[] given =
        [
            .. entry.Options.Where(option => option.Default is null && !option.IsOptional).Select(option => $"{option.Name}=2"),
            .. more,
        ];
        return given.Length == 0 ? entry.Name : $"{entry.Name}({string.Join(", ", given)})";
    }
}
