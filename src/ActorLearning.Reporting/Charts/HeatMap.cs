using ActorLearning.Reporting.Html;

namespace ActorLearning.Reporting.Charts;

/// <summary>A table of coloured cells, each with its value written in it.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Down">What the rows are.</param>
/// <param name="Across">What the columns are.</param>
/// <param name="Rows">The names of the rows.</param>
/// <param name="Columns">The names of the columns.</param>
internal sealed record HeatMap(
    string Title, string Down, string Across, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns)
{
    private const int Shades = 10;

    /// <summary>A value between 0 and 1 of a row and a column; null for an empty cell.</summary>
    public required Func<int, int, double?> Share { get; init; }

    /// <summary>What is written in a cell.</summary>
    public required Func<int, int, string> Text { get; init; }

    /// <summary>What is told of a cell when it is pointed at.</summary>
    public required Func<int, int, string> Tip { get; init; }

    /// <summary>Whether a cell is outlined.</summary>
    public Func<int, int, bool> IsMarked { get; init; } = (_, _) => false;

    /// <summary>The figure. A table, so that the numbers are read as numbers.</summary>
    public Markup Draw()
    {
        var figure = new Markup().Add($"<figure class=\"heat\"><figcaption>{Title}</figcaption><div class=\"scroll\"><table>");
        figure.Add($"<thead><tr><td class=\"corner\">{Down} ↓ &nbsp; {Across} →");
        figure.AddEach(Columns, (markup, name) => markup.Add($"<th scope=\"col\">{name}")).Add($"</thead><tbody>\n");
        for (var row = 0; row < Rows.Count; row++)
        {
            figure.Add($"<tr><th scope=\"row\">{Rows[row]}");
            for (var column = 0; column < Columns.Count; column++)
            {
                var shade = Share(row, column) is { } share && double.IsFinite(share)
                    ? $"h{(int)Math.Clamp(Math.Round(share * Shades), 0, Shades)}" : "hx";
                var mark = IsMarked(row, column) ? " named" : "";
                figure.Add($"<td class=\"{shade}{mark}\" data-tip=\"{Tip(row, column)}\">{Text(row, column)}");
            }

            figure.Add($"\n");
        }

        return figure.Add($"</tbody></table></div></figure>\n");
    }
}
