using ActorLearning.Reporting.Html;

namespace ActorLearning.Reporting.Charts;

/// <summary>One bar a row, made of coloured parts.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Parts">The names of the parts.</param>
/// <param name="Rows">The name of each row and the size of each part.</param>
internal sealed record StackedBars(
    string Title, IReadOnlyList<string> Parts, IReadOnlyList<(string Name, IReadOnlyList<int> Sizes)> Rows)
{
    private const int Width = 1080;
    private const int Left = 40;
    private const int Room = 56;

    /// <summary>The figure.</summary>
    public Markup Draw()
    {
        // Many rows are drawn thinner, so that the whole is seen at a glance.
        var pitch = Rows.Count <= 30 ? 16 : Rows.Count <= 120 ? 10 : 4;
        var most = Math.Max(1, Rows.Max(row => row.Sizes.Sum()));
        var scale = new Scale(0, most, Left, Width - Room);
        var figure = new Markup().Add($"<figure class=\"bars\"><figcaption>{Title}</figcaption><div class=\"legend\">");
        figure.AddEach(Parts.Select((name, i) => (name, i)), (markup, part) =>
            markup.Add($"<span><i class=\"key block k{part.i % 10}\"></i>{part.name}</span>"));
        figure.Add($"</div>\n<svg viewBox=\"0 0 {Width} {Rows.Count * pitch + 4}\" role=\"img\" aria-label=\"{Title}\">\n");
        for (var i = 0; i < Rows.Count; i++)
        {
            AddRow(figure, i, pitch, scale);
        }

        var header = Parts.Select(part => $"label {part}");
        var table = Page.Table(["learner", .. header, "all"], Rows.Select(row => new[] { row.Name }
            .Concat(row.Sizes.Select(size => Figures.Whole(size))).Append(Figures.Whole(row.Sizes.Sum()))));
        return figure.Add($"</svg>\n{Page.Behind(table)}</figure>\n");
    }

    private void AddRow(Markup figure, int i, int pitch, Scale scale)
    {
        var (name, sizes) = Rows[i];
        var (at, y, total) = (0, 2 + i * pitch, sizes.Sum());
        figure.Add($"<g data-tip=\"learner {name}: {Figures.Whole(total)} examples\">");
        if (pitch >= 10)
        {
            figure.Add($"<text x=\"{Left - 6}\" y=\"{y + pitch * .72}\" class=\"end\">{name}</text>");
        }

        for (var part = 0; part < sizes.Count; part++)
        {
            if (sizes[part] == 0)
            {
                continue;
            }

            var (start, end) = (scale.At(at), scale.At(at + sizes[part]));
            figure.Add($"<rect class=\"k{part % 10}\" x=\"{start}\" y=\"{y}\" width=\"{end - start}\" ");
            figure.Add($"height=\"{pitch - (pitch > 8 ? 2 : .5)}\" data-tip=\"learner {name}, label {Parts[part]}: ");
            figure.Add($"{Figures.Whole(sizes[part])} of {Figures.Whole(total)}\"/>");
            at += sizes[part];
        }

        if (pitch >= 10)
        {
            figure.Add($"<text x=\"{scale.At(at) + 5}\" y=\"{y + pitch * .72}\">{Figures.Whole(total)}</text>");
        }

        figure.Add($"</g>\n");
    }
}
