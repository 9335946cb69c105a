using System.Globalization;
using ActorLearning.Reporting.Runs;

namespace ActorLearning.Cli.Reproduction;

/// <summary>A reproduced figure as a table in Markdown: measured beside published.</summary>
internal static class FigureTable
{
    /// <summary>The head of the table.</summary>
    public static IEnumerable<string> Head(Figure figure)
    {
        var hasPublished = figure.Rows.Any(row => row.Published.Length > 0);
        var names = figure.Columns.Select(column => column.Name)
            .Concat(hasPublished ? figure.Columns.Select(column => $"published: {column.Name}") : []).ToList();
        yield return $"| run | {string.Join(" | ", names)} |";
        yield return $"| --- |{string.Concat(Enumerable.Repeat(" --- |", names.Count))}";
    }

    /// <summary>A row: means over the seeds, with each seed in brackets where there are several.</summary>
    public static string Row(Figure figure, FigureRow row, IReadOnlyList<FinishedRun> runs)
    {
        var cells = figure.Columns.Select(column => Cell([.. runs.Select(column.Measure)])).ToList();
        if (figure.Rows.Any(other => other.Published.Length > 0))
        {
            cells.AddRange(figure.Columns.Select((_, i) => i < row.Published.Length ? row.Published[i] : ""));
        }

        return $"| {row.Label.Replace("|", "\\|", StringComparison.Ordinal)} | {string.Join(" | ", cells)} |";
    }

    private static string Cell(List<double?> values)
    {
        var known = values.OfType<double>().ToList();
        return known.Count == 0 ? "" : known.Count == 1 ? Text(known[0])
            : $"{Text(known.Average())} ({string.Join(", ", known.Select(Text))})";
    }

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture).TrimStart('0');
}
