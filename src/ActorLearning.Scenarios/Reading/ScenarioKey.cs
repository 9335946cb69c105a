namespace ActorLearning.Scenarios.Reading;

/// <summary>One key of a scenario: where it stands, what it holds, what it means when it is left out.</summary>
/// <param name="Path">Dotted path, as <c>--set</c> addresses it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Default">Its value where it is left out, as it would be written; null where it must be given.</param>
/// <param name="Meaning">One line on what it does.</param>
public sealed record ScenarioKey(string Path, KeyKind Kind, string? Default, string Meaning)
{
    /// <summary>The least number allowed.</summary>
    public double Least { get; init; } = double.NegativeInfinity;

    /// <summary>The greatest number allowed.</summary>
    public double Most { get; init; } = double.PositiveInfinity;

    /// <summary>The words allowed.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The section it stands in; empty at the top.</summary>
    public string Section => Path.Contains('.') ? Path[..Path.IndexOf('.')] : "";

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.IndexOf('.') + 1)..];
}
