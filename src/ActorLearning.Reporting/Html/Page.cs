using System.Reflection;

namespace ActorLearning.Reporting.Html;

/// <summary>A page that needs nothing but itself: styles, script and pictures are inside.</summary>
internal static class Page
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    /// <summary>The whole page.</summary>
    public static string Write(string title, Markup body)
    {
        var page = new Markup();
        page.Add($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            <title>{title}</title>
            <style>

            """);
        return page + Style + "</style>\n</head>\n<body>\n<main>\n" + body + "</main>\n<script>\n" + Script
            + "</script>\n</body>\n</html>\n";
    }

    /// <summary>A table whose first column names the rows.</summary>
    public static Markup Table(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        var table = new Markup().Add($"<div class=\"scroll\"><table><thead><tr>");
        table.AddEach(header, (markup, cell) => markup.Add($"<th scope=\"col\">{cell}")).Add($"</thead><tbody>\n");
        foreach (var row in rows)
        {
            table.Add($"<tr>").AddEach(row.Select((cell, i) => (cell, i)), (markup, item) =>
                _ = item.i == 0 ? markup.Add($"<th scope=\"row\">{item.cell}") : markup.Add($"<td>{item.cell}"));
            table.Add($"\n");
        }

        return table.Add($"</tbody></table></div>\n");
    }

    /// <summary>The numbers behind a picture, folded away.</summary>
    public static Markup Behind(Markup table, string summary = "Data") =>
        Markup.Of($"<details><summary>{summary}</summary>\n{table}</details>\n");

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
