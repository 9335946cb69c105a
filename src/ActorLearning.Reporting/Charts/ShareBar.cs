using ActorLearning.Reporting.Html;

namespace ActorLearning.Reporting.Charts;

/// <summary>One whole as a single bar of its parts, with a legend that tells how much each of them is.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Parts">The name, the size and the size in words of each part.</param>
internal sealed record ShareBar(string Title, IReadOnlyList<(string Name, double Size, string Text)> Parts)
{
    private const int Width = 560;
    private const int Height = 26;

    /// <summary>The figure.</summary>
    public Markup Draw()
    {
        var parts = Parts.Select((part, i) => (part.Name, part.Text, Size: Math.Max(0, part.Size), Colour: i % 10)).ToList();
        var scale = new Scale(0, Math.Max(1e-9, parts.Sum(part => part.Size)), 0, Width);
        var figure = new Markup().Add($"<figure class=\"bars\"><figcaption>{Title}</figcaption><div class=\"legend\">");
        figure.AddEach(parts, (markup, part) => markup.Add(
            $"<span><i class=\"key block k{part.Colour}\"></i>{part.Name} <b>{part.Text}</b></span>"));
        figure.Add($"</div>\n<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Title}\">\n");
        var at = 0.0;
        foreach (var part in parts.Where(part => part.Size > 0))
        {
            var (start, end) = (scale.At(at), scale.At(at + part.Size));
            figure.Add($"<rect class=\"k{part.Colour}\" x=\"{start}\" y=\"2\" width=\"{end - start}\" ");
            figure.Add($"height=\"{Height - 4}\" data-tip=\"{part.Name}: {part.Text}\"/>\n");
            at += part.Size;
        }

        return figure.Add($"</svg></figure>\n");
    }
}
