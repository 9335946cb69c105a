namespace ActorLearning.Scenarios.Catalogue;

/// <summary>All entries of one kind, by name.</summary>
/// <typeparam name="T">What they make.</typeparam>
/// <param name="kind">What they are, in the singular: "attack".</param>
/// <param name="entries">The entries.</param>
public sealed class Section<T>(string kind, params IReadOnlyList<Entry<T>> entries)
{
    /// <summary>What the entries are, in the singular.</summary>
    public string Kind { get; } = kind;

    /// <summary>The entries in the order of the catalogue.</summary>
    public IReadOnlyList<Entry<T>> Entries { get; } = entries;

    /// <summary>The same with more entries behind these.</summary>
    /// <param name="more">Entries whose names are not taken yet.</param>
    public Section<T> With(IEnumerable<Entry<T>> more) => new(Kind, [.. Entries, .. more]);

    /// <summary>Makes what a text names.</summary>
    /// <param name="text">A name with arguments.</param>
    /// <param name="offset">Where the text starts in a longer one.</param>
    /// <param name="report">Receives each problem with its offset.</param>
    /// <returns>The default of <typeparamref name="T"/> if there were problems.</returns>
    public T? Make(string text, int offset, Action<int, string> report)
    {
        if (Call.Parse(text, offset) is not { } call)
        {
            var cut = text.Contains('(') && !text.Contains(')') ? "; inside { } or [ ] a comma ends it, so put it in quotes" : "";
            report(offset, $"\"{text}\" is no {Kind}: write a name, or a name with options like name(option=1){cut}");
            return default;
        }

        var entry = Entries.FirstOrDefault(candidate => candidate.Name == call.Name);
        if (entry is null)
        {
            report(call.Offset, $"\"{call.Name}\" is no {Kind}{Nearest.Hint(call.Name, Entries.Select(item => item.Name))} "
                + $"(known: {string.Join(", ", Entries.Select(item => item.Name))})");
            return default;
        }

        return Arguments.Bind(call, entry.Options, report) is { } arguments ? entry.Create(arguments) : default;
    }
}
