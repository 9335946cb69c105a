namespace ActorLearning.Cli.Reproduction;

/// <summary>
/// Whether the last row of each group, the pull, is ahead of the others where the paper says so. What differs by no more than
/// .005, half a percent of accuracy, is level.
/// </summary>
/// <param name="columns">What is compared.</param>
/// <param name="rounds">How long the published runs are: shorter ones allow no verdict.</param>
internal sealed class FixedGraphVerdicts(IReadOnlyList<FigureColumn> columns, int rounds)
{
    private const double Level = .005;

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
        var isShort = rows.Any(row => row.Runs.Any(run => run.RoundsWanted < rounds));
        if (isShort || published.Contains(null) || measured.Contains(null))
        {
            return null;
        }

        var (was, now) = (Place(published), Place(measured));
        return $"published: pulls {Words(published)}; measured: pulls {Words(measured)}. "
            + (was == now ? "The verdict stays." : $"The verdict changes from {was} to {now}.");
    }

    private static string Place(double?[] values) => (values[^1] - values[..^1].Max()) switch
    {
        > Level => "ahead",
        < -Level => "behind",
        _ => "level",
    };

    private static string Words(double?[] values)
    {
        var (pull, graph) = (FigureTable.Text(values[^1]!.Value), FigureTable.Text(values[..^1].Max()!.Value));
        return Place(values) switch
        {
            "ahead" => $"{pull}, ahead of the best graph's {graph}",
            "behind" => $"{pull}, behind the best graph's {graph}",
            _ => $"{pull}, level with the best graph's {graph}",
        };
    }

    private static double? Published(FigureRow row, int column) =>
        column < row.Published.Length ? FigureTable.Number(row.Published[column]) : null;
}
