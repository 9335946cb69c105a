using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Experiments;

/// <summary>Names of one's own that the text of a scenario may use beside those of the catalogue.</summary>
/// <typeparam name="T">What they stand for. It is shared by all learners and threads.</typeparam>
public sealed class OwnNames<T>
{
    private readonly List<Entry<T>> entries = [];
    private readonly string kind;
    private readonly Func<string, bool> isTaken;

    internal OwnNames(string kind, Func<string, bool> isTaken) => (this.kind, this.isTaken) = (kind, isTaken);

    /// <summary>The names with what they stand for, in the order they were added.</summary>
    public IReadOnlyList<Entry<T>> Entries => entries;

    /// <summary>Gives something a name: letters, digits and hyphens.</summary>
    /// <exception cref="ArgumentException">It is no name, or it is taken.</exception>
    public T this[string name]
    {
        set => Add(new Entry<T>(name, "", "", [], _ => value));
    }

    /// <summary>Gives a name to something with options: a scenario may write <c>my-rule(radius=2)</c>.</summary>
    /// <param name="entry">The name, its options with their ranges, and how to make it from checked arguments.</param>
    /// <exception cref="ArgumentException">It is no name, or it is taken.</exception>
    public void Add(Entry<T> entry)
    {
        if (Call.Parse(entry.Name)?.Name != entry.Name)
        {
            throw new ArgumentException($"\"{entry.Name}\" is no name; take letters, digits and hyphens, a letter first.");
        }

        if (isTaken(entry.Name) || entries.Any(other => other.Name == entry.Name))
        {
            throw new ArgumentException($"\"{entry.Name}\" is taken: there is another {kind} of that name.");
        }

        entries.Add(entry);
    }

    /// <summary>The same names for something made of what they stand for.</summary>
    internal IEnumerable<Entry<TOther>> As<TOther>(Func<string, T, TOther> make) => entries.Select(entry => new Entry<TOther>(
        entry.Name, entry.Meaning, entry.Source, entry.Options,
        arguments => make(entry.Name, entry.Create(arguments))));
}
