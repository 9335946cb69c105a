using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Reading;

/// <summary>A scenario before it is read: its text, what is set over it, and the names it may use.</summary>
/// <param name="Name">What problems call the text: the file's name.</param>
/// <param name="Text">The YAML text.</param>
public sealed record ScenarioText(string Name, string Text)
{
    /// <summary>The option that sets a key on the command line.</summary>
    public const string Option = "--set";

    /// <summary>Settings of the form key=value, as <see cref="Option"/> takes them.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>What problems with them are said to come from.</summary>
    public string OverridesFrom { get; init; } = Option;

    /// <summary>The names it may use.</summary>
    public Vocabulary Vocabulary { get; init; } = Vocabulary.Standard;

    /// <summary>The text of a file.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static ScenarioText FromFile(string path) => new(path, ScenarioFile.ReadText(path));

    /// <summary>The settings in a line.</summary>
    internal string OverridesInWords => string.Join(' ', Overrides.Select(setting => $"{OverridesFrom} {setting}"));
}
