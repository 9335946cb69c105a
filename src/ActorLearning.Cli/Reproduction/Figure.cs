namespace ActorLearning.Cli.Reproduction;

/// <summary>A figure or table of a paper that can be reproduced.</summary>
/// <param name="Name">The name the command takes.</param>
/// <param name="Title">What it shows, and where it comes from.</param>
/// <param name="Scenario">The scenario, below scenarios/papers.</param>
/// <param name="Quick">Settings that make a faithful small version of it.</param>
/// <param name="Columns">What is measured.</param>
/// <param name="Rows">The rows.</param>
internal sealed record Figure(
    string Name, string Title, string Scenario, IReadOnlyList<string> Quick, IReadOnlyList<FigureColumn> Columns,
    IReadOnlyList<FigureRow> Rows)
{
    /// <summary>The seeds of the whole figure; the quick version takes the first.</summary>
    public IReadOnlyList<int> Seeds { get; init; } = [1, 2, 3];

    /// <summary>Published accuracies over the rounds, shown above the measured ones; null for a figure without curves.</summary>
    public PublishedCurve? Curve { get; init; }

    /// <summary>What the finished rows say together, a line each; told below the table.</summary>
    public Func<IReadOnlyList<FigureOutcome>, IEnumerable<string>>? Verdicts { get; init; }
}
