namespace ActorLearning.Cli.Reproduction;

/// <summary>A row of a table: a scenario with settings over it, run with every seed.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Settings">Settings over the figure's scenario, each key=value.</param>
/// <param name="Published">The published numbers, a column each; empty where the paper has none.</param>
internal sealed record FigureRow(string Label, IReadOnlyList<string> Settings, params string[] Published);
