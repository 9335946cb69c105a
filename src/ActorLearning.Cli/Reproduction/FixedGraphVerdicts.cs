namespace ActorLearning.Cli.Reproduction;

/// <summary>Whether the last row of each group, the pull, is ahead of the others where the paper says so.</summary>
/// <param name="columns">What is compared.</param>
internal sealed class FixedGraphVerdicts(IReadOnlyList<FigureColumn> columns)
{
    /// <summary>A line a group and column that was published in full.</summary>
    public IEnumerable<string> Lines(IReadOnlyList<FigureOutcome> outcomes)
    {
        yield return "";
        foreach (var group in outcomes.GroupBy(outcome => outcome.Row.Group).Where(group => group.Count() > 1))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (Line([.. group], i) is { } line)
                {
                    yield return $"- {group.Key}, {columns[i].Name}: {line}";
                }
            }
        }
    }

    private string? Line(FigureOutcome[] rows, int column)
    {
        var published = Array.ConvertAll(rows, row => Published(row.Row, column));
        var measured = Array.ConvertAll(rows, row => row.Mean(columns[column]));
        if (published.Contains(null) || measured.Contains(null))
        {
            return null;
        }

        var was = Ahead(published);
        var isNow = Ahead(measured);
        return $"published: pulls {Words(published)}; measured: pulls {Words(measured)}. "
            + (was == isNow ? "The verdict stays." : "The verdict changes.");
    }

    private static bool Ahead(double?[] values) => values[^1] > values[..^1].Max();

    private static string Words(double?[] values) =>
        $"{FigureTable.Text(values[^1]!.Value)}, {(Ahead(values) ? "ahead of" : "behind")} "
        + $"the best graph's {FigureTable.Text(values[..^1].Max()!.Value)}";

    private static double? Published(FigureRow row, int column) =>
        column < row.Published.Length ? FigureTable.Number(row.Published[column]) : null;
}
