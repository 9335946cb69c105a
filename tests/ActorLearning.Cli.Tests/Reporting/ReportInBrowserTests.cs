using ActorLearning.Reporting.Reports;

namespace ActorLearning.Cli.Tests.Reporting;

/// <summary>The page in a real browser.</summary>
public sealed class ReportInBrowserTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [ChromiumFact]
    public async Task It_opens_shows_values_under_the_pointer_and_the_console_stays_empty()
    {
        var page = RunReport.Write(ReportedRun.Read(work, ReportedRun.MakeLarge(honest: 4, rounds: 6)));
        var path = work.Write("report.html", page.Replace("</body>", Pointer + "</body>", StringComparison.Ordinal));

        var (document, console) = await Chromium.OpenAsync(path, work);

        Assert.Empty(console);
        Assert.Contains("<div id=\"told\">round 3 | mean 0.54", document, StringComparison.Ordinal);
        Assert.Contains("<circle class=\"s1\" cx=\"298\" cy=\"", document, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task A_graph_opens_and_tells_of_a_learner_under_the_pointer()
    {
        var page = RunReport.Write(ReportedRun.Read(work, ReportedRun.MakeGraph()));
        var path = work.Write("report.html", page.Replace("</body>", PointerAtLearner + "</body>", StringComparison.Ordinal));

        var (document, console) = await Chromium.OpenAsync(path, work);

        Assert.Empty(console);
        Assert.Contains("<div id=\"told\">learner 3, honest: 2 neighbours, 2 of them Byzantine</div>", document,
            StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task A_page_with_an_error_is_noticed()
    {
        var path = work.Write("bad.html", "<script>nothing.at.all()</script>");

        Assert.Single((await Chromium.OpenAsync(path, work)).Console);
    }

    /// <summary>Points at the learner of the graph that stands between two Byzantine ones.</summary>
    private const string PointerAtLearner = """
        <script>
        document.querySelector(".graph .node.over").dispatchEvent(new PointerEvent("pointermove", { bubbles: true }));
        const told = document.body.appendChild(document.createElement("div"));
        told.textContent = document.getElementById("tip").textContent;
        told.id = "told";
        </script>
        """;

    /// <summary>Points at the middle of the first chart and writes down what is told there.</summary>
    private const string Pointer = """
        <script>
        const svg = document.querySelector("svg[data-hover]");
        const box = svg.getBoundingClientRect();
        svg.dispatchEvent(new PointerEvent("pointermove", { clientX: box.left + box.width * 298 / 560, clientY: box.top + 20 }));
        const told = document.body.appendChild(document.createElement("div"));
        const rows = [...document.querySelectorAll("#tip div")];
        told.textContent = rows.map(row => [...row.children].map(child => child.textContent).join(" ")).join(" | ");
        told.id = "told";
        </script>
        """;
}
