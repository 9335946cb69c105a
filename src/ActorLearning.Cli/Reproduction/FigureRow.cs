namespace ActorLearning.Cli.Reproduction;

/// <summary>A row of a table: a scenario with settings over it, run with every seed.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Settings">Settings over the figure's scenario, each key=value.</param>
/// <param name="Published">The published numbers, a column each; empty where the paper has none.</param>
internal sealed record FigureRow(string Label, IReadOnlyList<string> Settings, params string[] Published)
{
    /// <summary>The scenario below scenarios/papers, where it is not the figure's.</summary>
    public string? Scenario { get; init; }

    /// <summary>Whether the quick version has it.</summary>
    public bool IsQuick { get; init; } = true;

    /// <summary>How far below the published number of the first column a reproduction may end; null: nobody asks.</summary>
    public double? Limit { get; init; }

    /// <summary>What it is compared within; empty: nothing.</summary>
    public string Group { get; init; } = "";

    /// <summary>Which rows of its group are judged together, learner by learner.</summary>
    public string Family { get; init; } = "";

    /// <summary>Whether it is what the others of its group are compared with.</summary>
    public bool IsBaseline { get; init; }
}
