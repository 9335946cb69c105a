using ActorLearning.Scenarios;

namespace ActorLearning.Reporting.Runs;

/// <summary>The files of a run's folder.</summary>
internal static class RunFile
{
    public const string Scenario = "scenario.yaml";
    public const string Metrics = "metrics.csv";
    public const string Rounds = "rounds.csv";
    public const string Split = "split.csv";
    public const string ConfusionTable = "confusion.csv";
    public const string Graph = "graph.csv";
    public const string Record = "record.json";
    public const string Report = "report.html";
    public const string Checkpoints = "checkpoints";
    public const string Models = "models";

    /// <summary>The text; null where it cannot be read, which is reported.</summary>
    public static string? Read(string path, List<Problem> problems)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(new Problem(path, 0, 0, "", "is missing from the run's folder"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(path, 0, 0, "", $"cannot be read: {e.Message}"));
        }

        return null;
    }
}
