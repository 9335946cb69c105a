using System.Globalization;
using System.Text;
using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Reports;
using ActorLearning.Reporting.Runs;
using ActorLearning.Scenarios;

namespace ActorLearning.Reporting;

/// <summary>
/// The folder a run leaves behind: <c>NAME-SEED-FINGERPRINT</c> with the scenario as run and what was measured.
/// </summary>
public sealed class RunFolder
{
    private RunFolder(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes the folder of a run; a finished run of the same scenario keeps its own.</summary>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public static RunFolder Create(string parent, Scenario scenario)
    {
        var path = Candidates(parent, scenario).First(path => !File.Exists(System.IO.Path.Combine(path, RunFile.Record)));
        try
        {
            Directory.CreateDirectory(path);
            AtomicFile.Write(System.IO.Path.Combine(path, RunFile.Scenario), WithoutSchema(scenario.Text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException("--out", $"{path} cannot be written: {e.Message} Name another folder with --out.");
        }

        return new RunFolder(path);
    }

    /// <summary>The folders of runs of a scenario that are over, the newest last.</summary>
    public static IEnumerable<string> FinishedOf(string parent, Scenario scenario) => Candidates(parent, scenario)
        .TakeWhile(path => File.Exists(System.IO.Path.Combine(path, RunFile.Record)));

    /// <summary>The folder of a complete run of the same scenario, but for its name; null where there is none.</summary>
    public static string? Finished(string parent, Scenario scenario) =>
        FinishedOf(parent, scenario).LastOrDefault(path => RunReader.Read(path).IsComplete);

    /// <summary>Writes what has been measured so far.</summary>
    public void WriteMeasurements(RunRecord record)
    {
        Write(RunFile.Metrics, CsvFiles.Metrics(record));
        Write(RunFile.Rounds, CsvFiles.Rounds(record));
    }

    /// <summary>Writes everything: the run is over.</summary>
    public void Finish(RunRecord record)
    {
        WriteMeasurements(record);
        if (record.Shards.Count > 0)
        {
            Write(RunFile.Split, CsvFiles.Split(record));
        }

        if (record.Confusion is { } confusion)
        {
            Write(RunFile.ConfusionTable, CsvFiles.Confusion(confusion));
        }

        Write(RunFile.Record, RecordJson.Write(record));
        WriteReport(Path);
    }

    /// <summary>Writes the report of a run from what its folder holds.</summary>
    /// <returns>The report's path.</returns>
    /// <exception cref="InputException">It is no run's folder, of another version, or damaged.</exception>
    public static string WriteReport(string folder)
    {
        var report = System.IO.Path.Combine(folder, RunFile.Report);
        AtomicFile.Write(report, RunReport.Write(RunReader.Read(folder)));
        return report;
    }

    private void Write(string name, string text) => AtomicFile.Write(System.IO.Path.Combine(Path, name), text);

    /// <summary>Editors would look for the schema beside the run.</summary>
    private static string WithoutSchema(string text) =>
        text.StartsWith("# yaml-language-server:", StringComparison.Ordinal) ? text[(text.IndexOf('\n') + 1)..] : text;

    private static IEnumerable<string> Candidates(string parent, Scenario scenario)
    {
        var seed = scenario.Seed.ToString(CultureInfo.InvariantCulture);
        var wanted = System.IO.Path.Combine(parent, $"{Slug(scenario.Name)}-{seed}-{scenario.Fingerprint}");
        return Enumerable.Range(1, int.MaxValue).Select(again => again == 1 ? wanted
            : string.Create(CultureInfo.InvariantCulture, $"{wanted}-{again}"));
    }

    /// <summary>The name as a file name: letters, digits and single hyphens.</summary>
    internal static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var trimmed = slug.ToString(0, Math.Min(slug.Length, 60)).Trim('-');
        return trimmed.Length > 0 ? trimmed : "run";
    }
}
