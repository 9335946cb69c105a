using System.Globalization;

namespace ActorLearning.Cli.Reproduction;

/// <summary>A reproduced figure as a table in Markdown: measured beside published.</summary>
internal static class FigureTable
{
    /// <summary>The head of the table.</summary>
    public static IEnumerable<string> Head(Figure figure)
    {
        var names = figure.Columns.Select(column => column.Name)
            .Concat(HasPublished(figure) ? figure.Columns.Select(column => $"published: {column.Name}") : [])
            .Concat(HasLimits(figure) ? ["against published"] : []).ToList();
        yield return $"| run | {string.Join(" | ", names)} |";
        yield return $"| --- |{string.Concat(Enumerable.Repeat(" --- |", names.Count))}";
    }

    /// <summary>A row: means over the seeds, with each seed in brackets where there are several.</summary>
    public static string Row(Figure figure, FigureOutcome outcome)
    {
        var (row, runs) = outcome;
        var cells = figure.Columns.Select(column => Means([.. runs.Select(column.Measure)])).ToList();
        if (HasPublished(figure))
        {
            cells.AddRange(figure.Columns.Select((_, i) => i < row.Published.Length ? row.Published[i] : ""));
        }

        if (HasLimits(figure))
        {
            cells.Add(Against(figure, outcome));
        }

        return $"| {Cell(row.Label)} | {string.Join(" | ", cells)} |";
    }

    /// <summary>A row that could not be run, with the reason.</summary>
    public static string Refused(FigureRow row, string reason) => $"| {Cell(row.Label)} | refused: {Cell(reason)} |";

    /// <summary>Text that stands in a cell.</summary>
    public static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>A share with three digits, as papers print it.</summary>
    public static string Text(double value) => value >= 1 ? value.ToString("0.000", CultureInfo.InvariantCulture)
        : value.ToString("0.000", CultureInfo.InvariantCulture).Replace("0.", ".", StringComparison.Ordinal);

    /// <summary>A published number; null for one that was not published.</summary>
    public static double? Number(string published) => double.TryParse(
        published.TrimStart('<', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool HasPublished(Figure figure) => figure.Rows.Any(row => row.Published.Length > 0);

    private static bool HasLimits(Figure figure) => figure.Rows.Any(row => row.Limit is not null);

    /// <summary>Whether the first column holds its limit; only of runs that are as long as the published ones.</summary>
    private static string Against(Figure figure, FigureOutcome outcome)
    {
        if (outcome.Row is not { Limit: { } limit, Published: [var published, ..] }
            || Number(published) is not { } wanted || outcome.Mean(figure.Columns[0]) is not { } mean)
        {
            return "";
        }

        var last = figure.Curve?.Rounds[^1];
        if (outcome.Runs.Any(run => last is not null && run.RoundsWanted != last))
        {
            return "fewer rounds";
        }

        var difference = mean - wanted;
        return $"{(difference < 0 ? "−" : "+")}{Text(Math.Abs(difference))}, "
            + (difference >= -limit ? "holds" : $"more than {Text(limit)} below");
    }

    private static string Means(List<double?> values)
    {
        var known = values.OfType<double>().ToList();
        return known.Count == 0 ? "" : known.Count == 1 ? Text(known[0])
            : $"{Text(known.Average())} ({string.Join(", ", known.Select(Text))})";
    }
}
