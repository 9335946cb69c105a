namespace ActorLearning.Scenarios.Catalogue;

/// <summary>Something a scenario can name: a rule, an attack, a split.</summary>
/// <typeparam name="T">What it makes.</typeparam>
/// <param name="Name">The name.</param>
/// <param name="Meaning">One line on what it does.</param>
/// <param name="Source">The paper it comes from; empty where there is none.</param>
/// <param name="Options">Its options in the order they may be given without a name.</param>
/// <param name="Create">Makes it from checked arguments.</param>
public sealed record Entry<T>(string Name, string Meaning, string Source, IReadOnlyList<Option> Options, Func<Arguments,
    T> Create)
    : IEntry
{
    /// <summary>The name with its options and their defaults, as a scenario would write it.</summary>
    public string Signature => Options.Count == 0 ? Name
        : $"{Name}({string.Join(", ", Options.Select(Text))})";

    private static string Text(Option option) =>
        option.Repeats ? $"{option.Name}, …" : option.IsOptional ? $"[{option.Name}]" : option.Default is null ? option.Name
            : $"{option.Name}={option.Default}";
}
