using System.Text.Json.Nodes;
using ActorLearning.Reporting.Html;

namespace ActorLearning.Reporting.Charts;

/// <summary>Small multiples: one little chart of shares for each learner, the mean of all behind it.</summary>
internal static class Panels
{
    private const int Width = 132;
    private const int Height = 54;
    private const int MostPoints = 200;

    /// <summary>The panels, each line in the order given.</summary>
    /// <param name="across">What the horizontal axis is.</param>
    /// <param name="x">The places of the points.</param>
    /// <param name="mean">The line behind all of them.</param>
    /// <param name="lines">A line a panel; the colour marks the worst and the best.</param>
    public static Markup Draw(string across, IReadOnlyList<double> x, IReadOnlyList<double?> mean, IReadOnlyList<Series> lines)
    {
        var stride = (x.Count + MostPoints - 1) / MostPoints;
        int[] kept = [.. Enumerable.Range(0, x.Count).Where(i => (x.Count - 1 - i) % stride == 0)];
        var scale = new Scale(x[0], x[^1] > x[0] ? x[^1] : x[0] + 1, 2, Width - 2);
        var panels = new Markup().Add($"<svg width=\"0\" height=\"0\" aria-hidden=\"true\" class=\"defs\"><defs>");
        panels.Add($"<path id=\"mean\" d=\"{Path(mean, kept, x, scale)}\"/></defs></svg>\n");
        panels.Add($"<div class=\"panels\" data-across=\"{across}\" data-x=\"{Numbers(kept.Select(i => (double?)x[i]))}\">\n");
        foreach (var line in lines)
        {
            panels.Add($"<div class=\"panel s{line.Colour}\"><span>{line.Name}</span> ");
            panels.Add($"<b>{Figures.Share(line.Values.LastOrDefault(value => value is not null))}</b>");
            panels.Add($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{line.Name}\" ");
            panels.Add($"data-values=\"{Numbers(kept.Select(i => line.Values[i]))}\">");
            panels.Add($"<path class=\"floor\" d=\"M2 {Height - 2}H{Width - 2}\"/><use href=\"#mean\" class=\"line s0\"/>");
            panels.Add($"<path class=\"line s{line.Colour}\" d=\"{Path(line.Values, kept, x, scale)}\"/></svg></div>\n");
        }

        return panels.Add($"</div>\n");
    }

    private static Markup Path(IReadOnlyList<double?> values, int[] kept, IReadOnlyList<double> x, Scale across)
    {
        var up = new Scale(0, 1, Height - 2, 2);
        var known = kept.Where(i => values[i] is { } value && double.IsFinite(value)).ToList();
        return new Markup().AddEach(known, (markup, i) =>
            markup.Add($"{(i == known[0] ? "M" : "L")}{across.At(x[i])} {up.At(values[i]!.Value)}"));
    }

    private static string Numbers(IEnumerable<double?> values) => new JsonArray([.. values.Select(value =>
        value is { } number && double.IsFinite(number) ? JsonValue.Create(Math.Round(number, 3)) : null)]).ToJsonString();
}
