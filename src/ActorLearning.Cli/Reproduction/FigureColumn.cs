using ActorLearning.Reporting.Runs;

namespace ActorLearning.Cli.Reproduction;

/// <summary>Something that is measured in every row of a table.</summary>
/// <param name="Name">The head of the column.</param>
/// <param name="Measure">Takes it from a run; null where it was not measured.</param>
internal sealed record FigureColumn(string Name, Func<FinishedRun, double?> Measure);
