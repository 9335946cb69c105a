using ActorLearning.Reporting.Runs;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Tests.Reporting;

/// <summary>Folders that are no run's, or were changed by something else: what is wrong is told, nothing is lost.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class RunReaderTests : IDisposable
{
    private readonly Workplace work = new();
    private readonly string folder;

    public RunReaderTests() => folder = ReportedRun.Read(work, ReportedRun.MakeLarge(honest: 2, rounds: 2)).Folder;

    public void Dispose() => work.Dispose();

    [Fact]
    public void A_folder_that_is_not_there_is_refused_with_the_nearest_name() =>
        Outcome.Of("report", folder[..^1]).AssertRefused(
            $"{folder[..^1]}: there is no such folder; did you mean {Path.GetFileName(folder)}?");

    [Fact]
    public void A_folder_without_a_record_is_no_run() =>
        Outcome.Of("report", work.Folder).AssertRefused(
            $"{work.Folder}: holds no record.json: it is not the folder of a run, or the run has not come to its end");

    [Fact]
    public void A_run_of_another_format_is_refused()
    {
        Change("record.json", "\"format\": 1", "\"format\": 99");

        Assert.Matches("record.json: has format 99, written by version 0.1.0; this version, .*, reads format 1", Refusal());
    }

    [Fact]
    public void A_record_that_is_not_JSON_is_refused_with_its_line()
    {
        Change("record.json", "\"seed\": 1,", "\"seed\": 1 1,");

        Assert.EndsWith("record.json:4:13: is not JSON: the file is damaged", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_with_a_key_twice_is_refused()
    {
        Change("record.json", "\"seed\": 1,", "\"seed\": 1, \"seed\": 1,");

        Assert.EndsWith("record.json: has a key twice: the file is damaged", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_lacks_something_is_refused()
    {
        Change("record.json", "\"engine\": \"made up\",", "");

        Assert.EndsWith("record.json: lacks what a record has: the file is damaged", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_damaged_line_is_told_at_once_and_the_old_report_stays()
    {
        Change("metrics.csv", "1,0,", "1,zero,");
        Change("rounds.csv", "\n2,", "\n2,2,");
        File.Delete(Path.Combine(folder, "scenario.yaml"));
        var report = File.ReadAllText(Path.Combine(folder, "report.html"));

        var outcome = Outcome.Of("report", folder);

        Assert.Equal(CommandLine.WrongInput, outcome.Exit);
        string Path_(string name) => Path.Combine(folder, name);
        Assert.Equal(
            [
                $"{Path_("rounds.csv")}:4:1: has 30 values and needs 29: the file is damaged",
                $"{Path_("scenario.yaml")}: is missing from the run's folder",
                $"{Path_("metrics.csv")}:4:1: learner: \"zero\" is not a number: the file is damaged",
            ],
            outcome.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal(report, File.ReadAllText(Path_("report.html")));
    }

    [Theory]
    [InlineData("rounds.csv", "round,", "rnd,", ":1:1: does not begin with the columns round")]
    [InlineData("metrics.csv", "round,learner,", "learner,round,", ":1:1: does not begin with the columns round,learner")]
    [InlineData("split.csv", "learner,", "a,", ":1:1: does not begin with the columns learner")]
    [InlineData("confusion.csv", "label,", "a,", ":1:1: does not begin with the columns label")]
    [InlineData("confusion.csv", "\n2,0,1,2", "", ": has 2 rows for 3 labels")]
    public void A_table_of_something_else_is_refused(string file, string from, string to, string expected)
    {
        Change(file, from, to);

        Assert.Equal($"{Path.Combine(folder, file)}{expected}: the file is damaged", Refusal());
    }

    [Fact]
    public void A_table_that_was_cut_off_at_the_end_of_a_line_is_refused()
    {
        var path = Path.Combine(folder, "rounds.csv");
        File.WriteAllLines(path, File.ReadAllLines(path)[..^1]);

        Assert.Equal($"{path}: lacks round 2, the last one measured: the file is damaged", Refusal());
    }

    private string Refusal() => Assert.Throws<InputException>(() => RunReader.Read(folder)).Message;

    private void Change(string name, string from, string to)
    {
        var path = Path.Combine(folder, name);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }
}
