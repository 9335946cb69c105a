using ActorLearning.Reporting.Runs;

namespace ActorLearning.Cli.Reproduction;

/// <summary>A row of a table with what its seeds measured.</summary>
/// <param name="Row">The row.</param>
/// <param name="Runs">A run for every seed.</param>
internal sealed record FigureOutcome(FigureRow Row, IReadOnlyList<FinishedRun> Runs)
{
    /// <summary>The mean of a column over the seeds; null where it was not measured.</summary>
    public double? Mean(FigureColumn column) => Runs.Select(column.Measure).Average();
}
