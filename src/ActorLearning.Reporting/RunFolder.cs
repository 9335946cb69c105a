using System.Globalization;
using System.Text;
using ActorLearning.Engine.Records;
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
        var seed = scenario.Seed.ToString(CultureInfo.InvariantCulture);
        var wanted = System.IO.Path.Combine(parent, $"{Slug(scenario.Name)}-{seed}-{scenario.Fingerprint}");
        var path = wanted;
        for (var again = 2; File.Exists(System.IO.Path.Combine(path, "record.json")); again++)
        {
            path = $"{wanted}-{again}";
        }

        try
        {
            Directory.CreateDirectory(path);
            AtomicFile.Write(System.IO.Path.Combine(path, "scenario.yaml"), scenario.Text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException("--out", $"{path} cannot be written: {e.Message} Name another folder with --out.");
        }

        return new RunFolder(path);
    }

    /// <summary>Writes what has been measured so far.</summary>
    public void WriteMeasurements(RunRecord record)
    {
        AtomicFile.Write(System.IO.Path.Combine(Path, "metrics.csv"), CsvFiles.Metrics(record));
        AtomicFile.Write(System.IO.Path.Combine(Path, "rounds.csv"), CsvFiles.Rounds(record));
    }

    /// <summary>Writes everything: the run is over.</summary>
    public void Finish(RunRecord record)
    {
        WriteMeasurements(record);
        AtomicFile.Write(System.IO.Path.Combine(Path, "record.json"), RecordJson.Write(record));
    }

    /// <summary>The name as a file name: letters, digits and single hyphens.</summary>
    private static string Slug(string name)
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
