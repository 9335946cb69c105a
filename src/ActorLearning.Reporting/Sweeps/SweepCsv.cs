using System.Globalization;
using System.Text;

namespace ActorLearning.Reporting.Sweeps;

/// <summary>A sweep as tables of comma-separated values; values with commas stand in quotes.</summary>
public static class SweepCsv
{
    /// <summary>A row a run.</summary>
    public static string Runs(SweepOutcome outcome) => Table(
        [.. outcome.Axes.Select(axis => axis.Key), "accuracy_mean", "accuracy_worst", "accuracy_best", "test_loss",
            "byzantine_met_max", "model_hash", "folder", "failure"],
        outcome.Runs.Select(run => (object?[])
        [
            .. run.Values, run.Run?.Last?.Accuracy?.Mean, run.Run?.Last?.Accuracy?.Worst, run.Run?.Last?.Accuracy?.Best,
            run.Run?.Last?.TestLoss, run.Run?.ByzantineMetMax, run.Run?.ModelHash,
            run.Run is null ? null : Path.GetFileName(run.Run.Folder), run.Failure,
        ]));

    /// <summary>A row for all seeds of a setting, with 95 % confidence intervals.</summary>
    public static string Summary(SweepOutcome outcome) => Table(
        [.. outcome.Settings.Select(axis => axis.Key), "seeds", "accuracy_mean", "accuracy_mean_half_width", "accuracy_worst",
            "accuracy_worst_half_width", "accuracy_worst_of_all"],
        outcome.Groups.Select(group => (object?[])
        [
            .. group.Values, group.Mean?.Count ?? 0, group.Mean?.Mean, group.Mean?.HalfWidth, group.Worst?.Mean,
            group.Worst?.HalfWidth, group.WorstOfAll,
        ]));

    private static string Table(IEnumerable<string> header, IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder().AppendJoin(',', header).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append('\n');
        }

        return text.ToString();
    }

    private static string Cell(object? value)
    {
        var cell = Convert.ToString(value is double number ? Figures.Rounded(number) : value, CultureInfo.InvariantCulture) ?? "";
        return cell.AsSpan().IndexOfAny(",\"\n\r") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
