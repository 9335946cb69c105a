namespace ActorLearning.Cli.Reproduction;

/// <summary>Whether learners end at most so far below what they reach alone, the baseline of each group.</summary>
/// <param name="column">What is compared.</param>
/// <param name="limit">How far below they may end.</param>
internal sealed class AloneVerdicts(FigureColumn column, double limit)
{
    /// <summary>A line a group that was run with its baseline: it names the rows that end too far below.</summary>
    public IEnumerable<string> Lines(IReadOnlyList<FigureOutcome> outcomes)
    {
        yield return "";
        foreach (var group in outcomes.Where(outcome => outcome.Row.Group.Length > 0).GroupBy(outcome => outcome.Row.Group))
        {
            FigureOutcome[] rows = [.. group.Where(outcome => !outcome.Row.IsBaseline)];
            var baseline = group.SingleOrDefault(outcome => outcome.Row.IsBaseline);
            if (rows.Length > 0 && baseline?.Mean(column) is { } alone)
            {
                yield return $"- {group.Key}: {Line(rows, alone)}";
            }
        }
    }

    private string Line(FigureOutcome[] rows, double alone)
    {
        var low = rows.Where(row => row.Mean(column) < alone - limit).Select(row => $"{row.Row.Label} ({Text(row)})").ToList();
        var most = FigureTable.Text(limit);
        return $"alone {FigureTable.Text(alone)}; " + (low.Count > 0
            ? $"more than {most} below: {string.Join("; ", low)}"
            : $"no row ends more than {most} below, the least at {Text(rows.MinBy(row => row.Mean(column))!)}");
    }

    private string Text(FigureOutcome row) => FigureTable.Text(row.Mean(column) ?? double.NaN);
}
