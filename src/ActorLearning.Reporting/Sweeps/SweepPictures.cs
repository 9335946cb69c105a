using System.Globalization;
using ActorLearning.Reporting.Charts;
using ActorLearning.Reporting.Html;
using ActorLearning.Scenarios.Sweeps;

namespace ActorLearning.Reporting.Sweeps;

/// <summary>The pictures of a sweep: what two keys do to each other, and how the runs went.</summary>
internal static class SweepPictures
{
    private const int MostLines = 8;
    private const int MostFacets = 12;

    /// <summary>The sections; a sweep of one key has no heat map, one without numbers no curve over a key.</summary>
    public static IEnumerable<Markup> Sections(SweepOutcome outcome)
    {
        var (down, across) = Pair(outcome);
        if (down is not null && across is not null)
        {
            yield return Section("What meets what", "heats", Facets(outcome, down, across).SelectMany(facet =>
                Heat(outcome, facet, down, across)));
        }

        if (Numeric(outcome) is { } key)
        {
            yield return Section("How it depends", "charts", OverKey(outcome, key));
        }

        yield return Section("How they went", "charts", OverRounds(outcome, across ?? down));
    }

    private static Markup Section(string title, string style, IEnumerable<Markup> figures) =>
        new Markup().Add($"<section><h2>{title}</h2><div class=\"{style}\">\n")
            .AddEach(figures, (body, figure) => body.Add(figure)).Add($"</div></section>\n");

    /// <summary>The keys of the heat map: rule by attack where both are swept, else the first two.</summary>
    private static (SweepAxis? Down, SweepAxis? Across) Pair(SweepOutcome outcome)
    {
        var several = outcome.IsZip ? [] : outcome.Settings.Where(axis => axis.Values.Count > 1).ToList();
        var down = several.FirstOrDefault(axis => axis.Key == "aggregation") ?? several.FirstOrDefault();
        var across = several.FirstOrDefault(axis => axis.Key == "byzantine.attack" && axis != down)
            ?? several.FirstOrDefault(axis => axis != down);
        return (down, across);
    }

    /// <summary>The groups, apart by what neither row nor column says.</summary>
    private static IEnumerable<(string Title, List<SweepGroup> Groups)> Facets(
        SweepOutcome outcome, SweepAxis down, SweepAxis across)
    {
        var others = outcome.Settings.Select((axis, i) => (axis, i))
            .Where(item => item.axis != down && item.axis != across).ToList();
        return outcome.Groups
            .GroupBy(group => string.Join(", ", others.Select(item => $"{item.axis.Key} = {group.Values[item.i]}")))
            .Take(MostFacets).Select(group => (group.Key, group.ToList()));
    }

    private static IEnumerable<Markup> Heat(
        SweepOutcome outcome, (string Title, List<SweepGroup> Groups) facet, SweepAxis down, SweepAxis across)
    {
        var (row, column) = (IndexOf(outcome, down), IndexOf(outcome, across));
        var ranked = outcome.Ranked;
        SweepGroup? At(int i, int j) => facet.Groups.FirstOrDefault(group =>
            group.Values[row] == down.Values[i] && group.Values[column] == across.Values[j]);
        HeatMap Map(string title, Func<SweepGroup, double?> value) => new(
            facet.Title.Length > 0 ? $"{title}: {facet.Title}" : title, down.Key, across.Key, down.Values, across.Values)
        {
            Share = (i, j) => At(i, j) is { } group ? value(group) : null,
            Text = (i, j) => At(i, j) is { } group ? Figures.Share(value(group)) : "",
            Tip = (i, j) => At(i, j) is { } group ? $"{SweepReport.Named(outcome, group)}: mean {group.Mean?.Text ?? "failed"}, "
                + $"worst learner {group.Worst?.Text}" : "",
            IsMarked = (i, j) => At(i, j) is { } group && ranked.Count > 1 && (Is(group, ranked[0]) || Is(group, ranked[^1])),
        };
        yield return Map("Mean accuracy", group => group.Mean?.Mean).Draw();
        yield return Map("Accuracy of the worst learner", group => group.Worst?.Mean).Draw();
    }

    private static bool Is(SweepGroup one, SweepGroup other) => one.Values.SequenceEqual(other.Values);

    private static int IndexOf(SweepOutcome outcome, SweepAxis axis) => outcome.Settings.ToList().IndexOf(axis);

    /// <summary>A key whose values are all numbers, three of them or more; each of them once in a zip.</summary>
    private static SweepAxis? Numeric(SweepOutcome outcome) => outcome.Settings.FirstOrDefault(axis =>
        axis.Values.Count >= 3 && axis.Values.All(value => Number(value) is not null)
        && (!outcome.IsZip || axis.Values.Select(Number).Distinct().Count() == axis.Values.Count));

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<Markup> OverKey(SweepOutcome outcome, SweepAxis key)
    {
        var at = IndexOf(outcome, key);
        var x = key.Values.Select(value => Number(value)!.Value).Distinct().Order().ToList();
        // The other keys of a zip change along with this one: one line.
        var families = outcome.Groups
            .GroupBy(group => outcome.IsZip ? "" : string.Join(", ", group.Values.Where((_, i) => i != at))).Chunk(MostLines);
        foreach (var chunk in families)
        {
            var lines = chunk.Select((family, i) => Line(family.Key.Length > 0 ? family.Key : "mean accuracy", i,
                [.. x.Select(value => family.FirstOrDefault(group => Number(group.Values[at]) == value)?.Mean)]));
            yield return new LineChart("Mean accuracy at the end", key.Key, x, [.. lines])
            {
                IsShare = true,
                Note = Bands(outcome),
            }.Draw();
        }
    }

    /// <summary>A chart for each value of one key, a line for each of the other settings.</summary>
    private static IEnumerable<Markup> OverRounds(SweepOutcome outcome, SweepAxis? apart)
    {
        var at = apart is null || outcome.Settings.Count < 2 ? -1 : IndexOf(outcome, apart);
        var charts = outcome.Groups.Where(group => group.Mean is not null)
            .GroupBy(group => at < 0 ? "" : $"{apart!.Key} = {group.Values[at]}")
            .SelectMany(chart => chart.Chunk(MostLines).Select(groups => (Title: chart.Key, Groups: groups)));
        foreach (var (title, groups) in charts)
        {
            var rounds = groups.SelectMany(group => group.Runs).SelectMany(run => run.Run?.Evaluated ?? [])
                .Select(round => round.Round).Distinct().Order().ToList();
            var lines = groups.Select((group, i) => Line(
                string.Join(", ", group.Values.Where((_, j) => j != at)), i, [.. rounds.Select(group.After)]));
            var x = rounds.Select(round => (double)round).ToList();
            yield return new LineChart(title.Length > 0 ? title : "Mean accuracy", "round", x, [.. lines])
            {
                IsShare = true,
                Note = Bands(outcome),
            }.Draw();
        }
    }

    private static Series Line(string name, int i, IReadOnlyList<Estimate?> values)
    {
        name = name.Length > 0 ? name : "mean accuracy";
        var line = new Series(name, 1 + i % MostLines, [.. values.Select(value => value?.Mean)]);
        double? Edge(Estimate? value, int side) =>
            value is { } known ? Math.Clamp(known.Mean + side * (known.HalfWidth ?? 0), 0, 1) : null;
        return values.All(value => value?.HalfWidth is null) ? line : line with
        {
            Low = [.. values.Select(value => Edge(value, -1))],
            High = [.. values.Select(value => Edge(value, 1))],
        };
    }

    private static string Bands(SweepOutcome outcome) => outcome.Groups.Any(group => group.Runs.Count > 1)
        ? "Bands: 95 % confidence intervals of the mean over seeds." : "";
}
