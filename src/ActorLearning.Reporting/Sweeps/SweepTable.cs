using System.Globalization;

namespace ActorLearning.Reporting.Sweeps;

/// <summary>A sweep over two keys as a table in Markdown: one key down, the other across.</summary>
public static class SweepTable
{
    /// <summary>How far the worst learner may stay behind the best mean of its row.</summary>
    public const double Margin = .1;

    /// <summary>
    /// Mean accuracy and the worst learner of all seeds in every cell, the key with more values down; null unless the sweep is
    /// over two keys beside the seed.
    /// </summary>
    /// <remarks>A cell whose worst learner is more than the margin below the best mean of its row is struck bold.</remarks>
    public static string? Of(SweepOutcome outcome)
    {
        if (outcome.IsZip || outcome.Settings is not [{ } first, { } second])
        {
            return null;
        }

        var isFirstDown = first.Values.Count > second.Values.Count;
        var (down, across) = isFirstDown ? (first, second) : (second, first);
        var cells = outcome.Groups.ToDictionary(group => isFirstDown
            ? (group.Values[0], group.Values[1]) : (group.Values[1], group.Values[0]));
        var lines = new List<string>
        {
            $"| {down.Key} | {string.Join(" | ", across.Values.Select(Escaped))} |",
            $"| --- |{string.Concat(Enumerable.Repeat(" --- |", across.Values.Count))}",
        };
        foreach (var row in down.Values)
        {
            var groups = across.Values.Select(column => cells[(row, column)]).ToList();
            var best = groups.Max(group => group.Mean?.Mean);
            lines.Add($"| {Escaped(row)} | {string.Join(" | ", groups.Select(group => Cell(group, best)))} |");
        }

        return string.Join('\n', lines) + "\n";
    }

    private static string Cell(SweepGroup group, double? best)
    {
        if (group is not { Mean: { } mean, WorstOfAll: { } worst })
        {
            return "failed";
        }

        var text = $"{Text(mean.Mean)} {Text(worst)}";
        return worst < best - Margin ? $"**{text}**" : text;
    }

    private static string Text(double share) => share.ToString("0.00", CultureInfo.InvariantCulture).TrimStart('0');

    private static string Escaped(string value) => $"`{value.Replace("|", "\\|", StringComparison.Ordinal)}`";
}
