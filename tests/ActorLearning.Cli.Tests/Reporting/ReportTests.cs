using System.Text;
using System.Xml.Linq;
using ActorLearning.Reporting;
using ActorLearning.Reporting.Reports;
using ActorLearning.Reporting.Runs;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Tests.Reporting;

/// <summary>The page of a run.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ReportTests : IDisposable
{
    private const int Megabyte = 1_000_000;

    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Theory]
    [InlineData(".", ",", "-")]
    [InlineData(",", ".", "−")]
    [InlineData("٫", "'", "~")]
    public void It_is_the_same_page_wherever_it_is_written(string point, string group, string minus)
    {
        using var somewhere = new Commas(point, group, minus);

        Golden.Check("report.html", RunReport.Write(ReportedRun.Read(work, ReportedRun.MakeLarge(honest: 4, rounds: 6))));
        Golden.Check("report-graph.html", RunReport.Write(ReportedRun.Read(work, ReportedRun.MakeGraph())));
        Golden.Check("report-diverged.html", RunReport.Write(ReportedRun.Read(work, ReportedRun.Make())));
    }

    [Fact]
    public void A_hundred_learners_and_two_hundred_rounds_are_less_than_three_megabytes()
    {
        var page = RunReport.Write(ReportedRun.Read(work, ReportedRun.MakeLarge(honest: 100, rounds: 200)));

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 100_000, 3 * Megabyte);
    }

    [Fact]
    public void The_densest_graph_of_a_hundred_learners_is_drawn_in_less_than_half_a_megabyte()
    {
        var page = RunReport.Write(ReportedRun.Read(work, ReportedRun.MakeGraph("complete", learners: 100, rounds: 200)));

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 100_000, Megabyte / 2);
        Assert.Equal(2, page.Split("class=\"node bad\"").Length - 1);
    }

    [Fact]
    public void A_graph_too_large_to_be_read_is_told_of_and_not_drawn()
    {
        var page = RunReport.Write(ReportedRun.Read(work, ReportedRun.MakeGraph(learners: 301)));

        Assert.Contains("301 edges, 2 neighbours each", page, StringComparison.Ordinal);
        Assert.Contains("falls into 2 parts", page, StringComparison.Ordinal);
        Assert.Contains("Too many to be drawn", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"node", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_run_is_thinned_out_and_keeps_its_last_round()
    {
        var page = RunReport.Write(ReportedRun.Read(work, ReportedRun.MakeLarge(honest: 2, rounds: 5000)));

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 10_000, Megabyte);
        Assert.Contains("<th scope=\"row\">5000<td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<th scope=\"row\">4999<td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_cannot_break_the_page()
    {
        var page = RunReport.Write(ReportedRun.Read(work, ReportedRun.MakeLarge(2, 2, "</title><script>alert('x')</script>")));

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("<h1>&lt;/title&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_asks_nothing_of_the_network_and_its_pictures_are_well_formed()
    {
        var page = RunReport.Write(ReportedRun.Read(work, ReportedRun.MakeLarge(honest: 4, rounds: 6)));

        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        var pictures = page.Split("<svg ").Skip(1).Select(rest => XElement.Parse("<svg " + rest[..(rest.IndexOf("</svg>") + 6)]));
        Assert.Equal(6 + 1 + 4 + 1 + 2, pictures.Count());
    }

    [Fact]
    public void A_run_leaves_its_report_and_report_writes_the_same_again()
    {
        work.Run("--quiet").AssertDone();
        var path = Path.Combine(work.RunFolders[0], "report.html");
        var first = File.ReadAllText(path);
        File.Delete(path);

        var told = Outcome.Of("report", work.RunFolders[0]).AssertDone();

        Assert.Equal([path], told.Lines);
        Assert.Equal(first, File.ReadAllText(path));
        Assert.Contains("What the worst learner", first, StringComparison.Ordinal);
        Assert.Contains("Training examples by label", first, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        var record = ReportedRun.MakeLarge(honest: 3, rounds: 2);

        var run = ReportedRun.ReadAll(work, record);

        Assert.Equal(record.Evaluations.Count, run.Evaluations.Count);
        Assert.Equal(record.Rounds.Select(round => round.Timeouts), run.Rounds.Select(round => round.Timeouts));
        Assert.Equal(record.Shards.SelectMany(shard => shard.Labels), run.Shards.SelectMany(shard => shard.Labels));
        Assert.Equal(record.Confusion!.Counts.SelectMany(row => row), run.Confusion!.Counts.SelectMany(row => row));
        Assert.Equal(record.Phases, run.Phases);
        Assert.Equal(record.Scenario.Settings, run.Settings);
        Assert.Equal([3, 4], ReportedRun.Read(work, ReportedRun.Make()).Rounds[1].Missing);
    }
}
