using ActorLearning.Reporting.Comparisons;

namespace ActorLearning.Cli.Tests.Reporting;

/// <summary>Runs side by side.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class CompareTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void What_differs_is_told_and_what_came_of_it()
    {
        work.Run("--quiet").AssertDone();
        work.Run("--quiet", "--set", "aggregation=mean", "--set", "training.rate=0.2").AssertDone();
        var page = Path.Combine(work.Folder, "page.html");

        var lines = Outcome.Of(["compare", .. work.RunFolders, "--html", page]).AssertDone().Lines;

        Assert.Equal("The scenarios differ in aggregation, training.rate.", lines[2]);
        Assert.Contains(lines, line => line.StartsWith("aggregation ", StringComparison.Ordinal)
            && line.Contains("mean") && line.Contains("trimmed-mean"));
        Assert.Matches(@"^mean accuracy +0\.\d+ +0\.\d+ \([+-=]",
            lines.Single(line => line.StartsWith("mean accuracy", StringComparison.Ordinal)));
        Assert.Equal($"page   {page}", lines[^1]);
        Assert.Contains("Accuracy of the worst learner", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_models_are_told()
    {
        work.Run("--quiet").AssertDone();
        work.Run("--quiet", "--threads", "1").AssertDone();

        var outcome = Outcome.Of(["compare", .. work.RunFolders]).AssertDone();

        Assert.Contains("All runs ended with the same models, bit for bit.", outcome.Lines);
    }

    [Fact]
    public void Every_folder_that_is_no_run_is_told_at_once() =>
        Outcome.Of("compare", Path.Combine(work.Folder, "a"), Path.Combine(work.Folder, "b")).AssertRefused(
            $"{Path.Combine(work.Folder, "a")}: there is no such folder\n"
            + $"{Path.Combine(work.Folder, "b")}: there is no such folder");

    [Theory]
    [InlineData(".", ",", "-")]
    [InlineData(",", ".", "−")]
    [InlineData("٫", "'", "~")]
    public void The_page_is_the_same_wherever_it_is_written(string point, string group, string minus)
    {
        using var somewhere = new Commas(point, group, minus);

        Golden.Check("compare.html", MadeUp());
    }

    [ChromiumFact]
    public async Task The_page_opens_without_a_complaint()
    {
        var path = work.Write("compare.html", MadeUp());

        var (document, console) = await Chromium.OpenAsync(path, work);

        Assert.Empty(console);
        Assert.Contains("id=\"tip\"", document, StringComparison.Ordinal);
    }

    private string MadeUp()
    {
        var one = ReportedRun.Read(work, ReportedRun.MakeLarge(honest: 4, rounds: 6)) with { Folder = "runs/one" };
        var other = ReportedRun.Read(work, ReportedRun.MakeLarge(honest: 3, rounds: 4, "Another")) with
        {
            Folder = "runs/other",
            Settings = new Dictionary<string, string>(one.Settings) { ["aggregation"] = "nnm | krum" },
            ModelHash = null,
        };
        return ComparisonReport.Write(new Comparison([one, other]));
    }
}
