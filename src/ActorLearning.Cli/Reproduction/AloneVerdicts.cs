using ActorLearning.Reporting.Runs;

namespace ActorLearning.Cli.Reproduction;

/// <summary>
/// Whether learners end at most so far below what they reach alone, the baseline of each group: their mean, and the one that
/// loses most against itself.
/// </summary>
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
                foreach (var line in rows.GroupBy(row => row.Row.Family).Select(family => Losers([.. family], baseline)))
                {
                    yield return $"- {group.Key}, {line}";
                }
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

    /// <summary>The learner that ends furthest below itself alone, and how many end below by more than the limit.</summary>
    private string Losers(FigureOutcome[] rows, FigureOutcome baseline)
    {
        var losses = (
            from row in rows
            from pair in row.Runs.Zip(baseline.Runs)
            from alone in Last(pair.Second)
            from item in Last(pair.First)
            where item.Learner == alone.Learner
            select (row.Row.Label, item.Learner, pair.First.Seed, Loss: alone.Accuracy - item.Accuracy)).ToList();
        var low = losses.FindAll(item => item.Loss > limit);
        var text = $"{rows[0].Row.Family}, learner by learner: {low.Count} of {losses.Count} end more than "
            + $"{FigureTable.Text(limit)} below what they reach alone";
        if (low.Count == 0)
        {
            return text;
        }

        var (label, learner, seed, most) = low.MaxBy(item => item.Loss);
        return $"{text}, most of all learner {learner} of seed {seed}, by {FigureTable.Text(most)}: {label}";
    }

    private static IEnumerable<(int Learner, double Accuracy)> Last(FinishedRun run) =>
        run.Evaluations.GroupBy(item => item.Learner)
            .Select(items => (items.Key, items.MaxBy(item => item.Round)!.AfterAggregation.Accuracy));

    private string Text(FigureOutcome row) => FigureTable.Text(row.Mean(column) ?? double.NaN);
}
