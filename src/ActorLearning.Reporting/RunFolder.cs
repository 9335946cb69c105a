using System.Globalization;
using System.Text;
using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Checkpoints;
using ActorLearning.Reporting.Models;
using ActorLearning.Reporting.Reports;
using ActorLearning.Reporting.Runs;
using ActorLearning.Scenarios;

namespace ActorLearning.Reporting;

/// <summary>
/// The folder a run leaves behind: <c>NAME-SEED-FINGERPRINT</c> with the scenario as run and what was measured.
/// </summary>
public sealed class RunFolder : IDisposable
{
    // What a lock held by another process is called by Linux, macOS and Windows.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020)];

    // A graph of more edges is a file nobody opens; the scenario makes it again.
    private const long MostEdges = 200_000;

    private readonly FileStream hold;

    private RunFolder(string path, FileStream hold) => (Path, this.hold) = (path, hold);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>
    /// Makes the folder of a run. A run of the same scenario that is finished, under way, or left checkpoints keeps its own.
    /// </summary>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public static RunFolder Create(string parent, Scenario scenario)
    {
        var path = "";
        try
        {
            foreach (var candidate in Candidates(parent, scenario).Where(candidate => !IsUsed(candidate)))
            {
                path = candidate;
                if (Take(path) is { } folder)
                {
                    AtomicFile.Write(System.IO.Path.Combine(path, RunFile.Scenario), WithoutSchema(scenario.Text));
                    return folder;
                }
            }

            throw new InvalidOperationException($"there is no end to the folders of {scenario.Name}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException("--out", $"{path} cannot be written: {e.Message} Name another folder with --out.");
        }
    }

    /// <summary>The folders of runs of a scenario that are over, the newest last.</summary>
    public static IEnumerable<string> FinishedOf(string parent, Scenario scenario) => Candidates(parent, scenario)
        .TakeWhile(Directory.Exists).Where(path => File.Exists(System.IO.Path.Combine(path, RunFile.Record)));

    /// <summary>Opens the folder of a run that is to go on.</summary>
    /// <exception cref="InputException">
    /// It is no run's folder, of another version, damaged, cannot be written to, or its run is under way.
    /// </exception>
    public static RunFolder Open(string path)
    {
        RequireRun(path);
        try
        {
            return Take(path) ?? throw new InputException(path, "is in use: its run is under way");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"cannot be written: {e.Message}");
        }
    }

    /// <summary>The file with the scenario as run.</summary>
    public string Scenario => System.IO.Path.Combine(Path, RunFile.Scenario);

    /// <summary>The model hash of a run that is complete; null of one that is not.</summary>
    public string? ModelHash => RecordJson.ModelHashIn(System.IO.Path.Combine(Path, RunFile.Record));

    /// <summary>The file with the scenario of a run's folder, and its checkpoints, to be read only.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="tell">Told in a sentence of a checkpoint that cannot be read.</param>
    /// <exception cref="InputException">It is no run's folder, of another version, or damaged.</exception>
    public static (string Scenario, CheckpointFolder Checkpoints) Look(string path, Action<string> tell)
    {
        RequireRun(path);
        return (System.IO.Path.Combine(path, RunFile.Scenario), CheckpointsOf(path, tell));
    }

    /// <summary>Refuses a scenario that is not the one the folder's run was: its replay would be another run.</summary>
    /// <remarks>A folder whose run has not come to its end has no record to compare with.</remarks>
    /// <exception cref="InputException">The scenario's file has been changed since the run.</exception>
    public static void RequireAsRun(string path, Scenario scenario)
    {
        if (File.Exists(System.IO.Path.Combine(path, RunFile.Record)) && RunReader.Read(path).Fingerprint != scenario.Fingerprint)
        {
            throw new InputException(System.IO.Path.Combine(path, RunFile.Scenario),
                "is not the scenario that was run: it has been changed since, and its replay would be another run");
        }
    }

    /// <summary>The run's checkpoints.</summary>
    /// <param name="tell">Told in a sentence of a checkpoint that cannot be written or read.</param>
    public CheckpointFolder Checkpoints(Action<string> tell) => CheckpointsOf(Path, tell);

    /// <summary>The folder of a complete run of the same scenario, but for its name; null where there is none.</summary>
    public static string? Finished(string parent, Scenario scenario) =>
        FinishedOf(parent, scenario).LastOrDefault(path => RunReader.Read(path).IsComplete);

    /// <summary>Runs; one that is refused before it begins leaves no folder behind.</summary>
    /// <param name="run">The run.</param>
    public async Task<RunRecord> BeginAsync(Func<Task<RunRecord>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (InputException)
        {
            Dispose();
            RemoveUnlessWritten(Path);
            throw;
        }
    }

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

        if (record.Scenario.Exchange.Peers.Graph is { Edges: <= MostEdges } graph)
        {
            Write(RunFile.Graph, CsvFiles.Edges(graph));
        }

        if (record.Confusion is { } confusion)
        {
            Write(RunFile.ConfusionTable, CsvFiles.Confusion(confusion));
        }

        ModelFolder.Write(System.IO.Path.Combine(Path, RunFile.Models), record); // Before the record: then all is there.
        Write(RunFile.Record, RecordJson.Write(record));
        WriteReport(Path);
    }

    /// <summary>Writes what was measured of a run that failed; a full disk must not hide why it did.</summary>
    /// <returns>What could not be written; null where everything is.</returns>
    public string? FinishFailed(RunRecord record)
    {
        try
        {
            Finish(record);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{Path}: what was measured is not all written: {e.Message}";
        }
    }

    /// <summary>Writes the report of a complete run where it is missing: the last file, for which there may be no room.</summary>
    /// <returns>Whether it was.</returns>
    public bool WriteMissingReport()
    {
        if (File.Exists(System.IO.Path.Combine(Path, RunFile.Report)))
        {
            return false;
        }

        WriteReport(Path);
        return true;
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

    /// <summary>Lets others use the folder.</summary>
    public void Dispose() => hold.Dispose();

    private static void RequireRun(string path)
    {
        if (!Directory.Exists(path))
        {
            throw RunReader.NoFolder(path);
        }

        if (!File.Exists(System.IO.Path.Combine(path, RunFile.Scenario)))
        {
            throw new InputException(path, "is not the folder of a run: there is no scenario.yaml in it");
        }

        // What another version or something else wrote is not gone on with, and so not written over.
        RunReader.RequireGoodRecord(path);
    }

    /// <summary>Removes a folder that has a scenario in it and nothing else.</summary>
    private static void RemoveUnlessWritten(string path)
    {
        var scenario = System.IO.Path.Combine(path, RunFile.Scenario);
        try
        {
            if (Directory.EnumerateFileSystemEntries(path).All(entry => entry == scenario))
            {
                Directory.Delete(path, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays, and the next run of the scenario takes it over.
        }
    }

    private static bool IsUsed(string path) =>
        File.Exists(System.IO.Path.Combine(path, RunFile.Record)) || CheckpointsOf(path, _ => { }).Files.Count > 0;

    private static CheckpointFolder CheckpointsOf(string path, Action<string> tell) =>
        new(System.IO.Path.Combine(path, RunFile.Checkpoints), tell);

    /// <summary>Takes hold of a folder as long as this process lives; null where another one has it.</summary>
    private static RunFolder? Take(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var options = FileOptions.DeleteOnClose;
            var hold = new FileStream(
                System.IO.Path.Combine(path, "in-use"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, options);
            AtomicFile.Sweep(path);
            AtomicFile.Sweep(System.IO.Path.Combine(path, RunFile.Checkpoints));
            return new RunFolder(path, hold);
        }
        catch (IOException e) when (Locked.Contains(e.HResult))
        {
            return null;
        }
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
