using System.Text.Json.Nodes;
using ActorLearning.Reporting.Html;

namespace ActorLearning.Reporting.Charts;

/// <summary>Lines over rounds or over a setting, with hover values, a legend and the numbers behind.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Across">What the horizontal axis is.</param>
/// <param name="X">The places of the points, ascending.</param>
/// <param name="Lines">The lines.</param>
internal sealed record LineChart(string Title, string Across, IReadOnlyList<double> X, IReadOnlyList<Series> Lines)
{
    // More points than this cannot be told apart on a screen.
    private const int MostPoints = 400;
    private const int Width = 560;
    private const int Height = 250;
    private const int Left = 48;
    private const int Right = 12;
    private const int Top = 10;
    private const int Bottom = 36;

    /// <summary>Whether the vertical axis is that of shares, from 0 to 1.</summary>
    public bool IsShare { get; init; }

    /// <summary>Whether the values are whole numbers.</summary>
    public bool IsCount { get; init; }

    /// <summary>A sentence below the title; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>The figure.</summary>
    public Markup Draw()
    {
        var kept = Kept();
        var across = new Scale(X[0], X[^1] > X[0] ? X[^1] : X[0] + 1, Left, Width - Right);
        var values = Lines.SelectMany(line => line.Values.Concat(line.Low ?? []).Concat(line.High ?? [])).OfType<double>();
        var up = IsShare ? new Scale(0, 1, Height - Bottom, Top)
            : Scale.Fitting(IsCount ? values.Append(values.Max() + 1) : values, Height - Bottom, Top);
        var figure = new Markup().Add($"<figure class=\"chart\"><figcaption>{Title}");
        figure.Add($"{(up.IsLogarithmic ? " (logarithmic)" : "")}</figcaption>{Remark()}");
        figure.Add($"<div class=\"legend\">").AddEach(Lines, AddToLegend).Add($"</div>\n");
        figure.Add($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" tabindex=\"0\" aria-label=\"{Title}\" ");
        figure.Add($"data-hover=\"{Hover(kept, across, up)}\">");
        AddAxes(figure, across, up);
        figure.AddEach(Lines, (markup, line) => AddBand(markup, line, kept, across, up));
        figure.AddEach(Lines, (markup, line) => AddLine(markup, line, kept, across, up));
        figure.Add($"<g class=\"cursor\"></g></svg>\n{Page.Behind(Table(kept))}</figure>\n");
        return figure;
    }

    private Markup Remark() => Note.Length == 0 ? new Markup() : Markup.Of($"<p class=\"note\">{Note}</p>");

    private static void AddToLegend(Markup legend, Series line)
    {
        var last = line.Values.LastOrDefault(value => value is not null);
        var stroke = line.IsDashed ? " dashed" : line.IsDotted ? " dotted" : "";
        legend.Add($"<span><i class=\"key s{line.Colour}{stroke}\"></i>{line.Name} ");
        legend.Add($"<b>{Figures.Of(last)}</b></span>");
    }

    private void AddAxes(Markup figure, Scale across, Scale up)
    {
        figure.Add($"<g class=\"axis\">");
        foreach (var (value, text) in IsCount ? Whole(up.Ticks()) : up.Ticks())
        {
            figure.Add($"<path d=\"M{Left} {up.At(value)}H{Width - Right}\"/>");
            figure.Add($"<text x=\"{Left - 6}\" y=\"{up.At(value) + 3.5}\" class=\"end\">{text}</text>");
        }

        foreach (var (value, text) in X.All(double.IsInteger) ? Whole(across.Ticks(6)) : across.Ticks(6))
        {
            figure.Add($"<text x=\"{across.At(value)}\" y=\"{Height - Bottom + 15}\" class=\"mid\">{text}</text>");
        }

        figure.Add($"<text x=\"{Width - Right}\" y=\"{Height - 6}\" class=\"end what\">{Across}</text></g>\n");
    }

    /// <summary>There is no half a round and no half a model.</summary>
    private static IEnumerable<(double Value, string Text)> Whole(IEnumerable<(double Value, string Text)> ticks) =>
        ticks.Where(tick => double.IsInteger(tick.Value))
            .Select(tick => (tick.Value, tick.Text.Contains('E') ? tick.Text : tick.Text.Split('.')[0]));

    private void AddBand(Markup figure, Series line, int[] kept, Scale across, Scale up)
    {
        var known = kept.Where(i => Known(line.Low, i) && Known(line.High, i)).ToList();
        if (known.Count < 2)
        {
            return;
        }

        figure.Add($"<path class=\"band s{line.Colour}\" d=\"M");
        figure.AddEach(known, (markup, i) => markup.Add($"{across.At(X[i])} {up.At(line.High![i]!.Value)} "));
        figure.Add($"L").AddEach(Enumerable.Reverse(known), (markup, i) =>
            markup.Add($"{across.At(X[i])} {up.At(line.Low![i]!.Value)} "));
        figure.Add($"z\"/>");
    }

    private void AddLine(Markup figure, Series line, int[] kept, Scale across, Scale up)
    {
        var known = kept.Where(i => Known(line.Values, i)).ToList();
        if (line.IsDotted || known.Count == 1)
        {
            var radius = known.Count > 150 ? 1.7 : 2.6;
            figure.AddEach(known, (markup, i) => markup.Add($"<circle class=\"dot s{line.Colour}\" r=\"{radius}\" ")
                .Add($"cx=\"{across.At(X[i])}\" cy=\"{up.At(line.Values[i]!.Value)}\"/>"));
            return;
        }

        figure.Add($"<path class=\"line s{line.Colour}{(line.IsDashed ? " dashed" : "")}\" d=\"");
        var isDrawing = false;
        foreach (var i in kept)
        {
            if (Known(line.Values, i))
            {
                figure.Add($"{(isDrawing ? "L" : "M")}{across.At(X[i])} {up.At(line.Values[i]!.Value)}");
            }

            // Rounds without an evaluation are bridged; a value that is no number is a gap.
            isDrawing = Known(line.Values, i) || (isDrawing && line.Values[i] is null);
        }

        figure.Add($"\"/>\n");
    }

    private Markup Table(int[] kept) => Page.Table(
        [Across, .. Lines.SelectMany(line => line.Low is null ? [line.Name] : new[] { line.Name, "from", "to" })],
        kept.Select(i => new[] { Figures.Of(X[i]) }.Concat(Lines.SelectMany(line => line.Low is null
            ? [Figures.Of(line.Values[i])]
            : new[] { Figures.Of(line.Values[i]), Figures.Of(line.Low[i]), Figures.Of(line.High![i]) }))));

    /// <summary>Where the points are, for the script that shows them.</summary>
    private string Hover(int[] kept, Scale across, Scale up) => new JsonObject
    {
        ["across"] = Across,
        ["x"] = new JsonArray([.. kept.Select(i => JsonValue.Create(Figures.Rounded(X[i])))]),
        ["px"] = new JsonArray([.. kept.Select(i => JsonValue.Create(Math.Round(across.At(X[i]), 1)))]),
        ["lines"] = new JsonArray([.. Lines.Select(line => new JsonObject
        {
            ["name"] = line.Name,
            ["colour"] = line.Colour,
            ["values"] = new JsonArray([.. kept.Select(i => JsonValue.Create(Figures.Of(line.Values[i])))]),
            ["py"] = new JsonArray([.. kept.Select(i => Known(line.Values, i)
                ? JsonValue.Create(Math.Round(up.At(line.Values[i]!.Value), 1)) : null)]),
        })]),
        ["top"] = Top,
        ["bottom"] = Height - Bottom,
    }.ToJsonString();

    /// <summary>Which points are drawn: all, or evenly chosen ones, the last among them.</summary>
    private int[] Kept()
    {
        // Points nobody measured would hide those that were.
        var measured = Enumerable.Range(0, X.Count).Where(i => Lines.Any(line => line.Values[i] is not null)).ToArray();
        if (measured.Length <= MostPoints)
        {
            return measured;
        }

        var stride = (measured.Length + MostPoints - 1) / MostPoints;
        return [.. measured.Where((_, i) => (measured.Length - 1 - i) % stride == 0)];
    }

    private static bool Known(IReadOnlyList<double?>? values, int i) => values?[i] is { } value && double.IsFinite(value);
}
