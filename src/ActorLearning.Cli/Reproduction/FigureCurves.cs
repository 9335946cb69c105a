using System.Globalization;

namespace ActorLearning.Cli.Reproduction;

/// <summary>The measured accuracies over the rounds below the published ones, point by point, as a table in Markdown.</summary>
internal static class FigureCurves
{
    /// <summary>The table.</summary>
    public static IEnumerable<string> Lines(PublishedCurve curve, IReadOnlyList<FigureOutcome> outcomes)
    {
        yield return "";
        yield return $"| mean accuracy after round | {string.Join(" | ", curve.Rounds.Select(Number))} |";
        yield return $"| --- |{string.Concat(Enumerable.Repeat(" --- |", curve.Rounds.Count))}";
        yield return $"| {curve.Label} | {string.Join(" | ", curve.Accuracy)} |";
        foreach (var outcome in outcomes)
        {
            yield return $"| {FigureTable.Cell(outcome.Row.Label)} | "
                + $"{string.Join(" | ", curve.Rounds.Select(round => At(outcome, round)))} |";
        }
    }

    private static string At(FigureOutcome outcome, int round)
    {
        var mean = outcome.Runs.Select(run => run.Evaluated.FirstOrDefault(record => record.Round == round)?.Accuracy?.Mean)
            .Average();
        return mean is { } known ? FigureTable.Text(known) : "";
    }

    private static string Number(int round) => round.ToString(CultureInfo.InvariantCulture);
}
