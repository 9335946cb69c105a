using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorLearning.Engine;
using ActorLearning.Engine.Records;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Peers;
using ActorLearning.Scenarios;

namespace ActorLearning.Reporting.Runs;

/// <summary>Reads what a run left behind.</summary>
public static class RunReader
{
    /// <summary>Reads a run's folder.</summary>
    /// <exception cref="InputException">
    /// It is no run's folder, of another version, or damaged; the message says which file and line.
    /// </exception>
    public static FinishedRun Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw NoFolder(folder);
        }

        if (!File.Exists(Path.Combine(folder, RunFile.Record)))
        {
            throw new InputException(folder,
                $"holds no {RunFile.Record}: it is not the folder of a run, or the run has not come to its end");
        }

        var problems = new List<Problem>();
        var record = ReadRecord(Path.Combine(folder, RunFile.Record));
        var rounds = CsvTable.Read(Path.Combine(folder, RunFile.Rounds), "round", problems);
        var metrics = CsvTable.Read(Path.Combine(folder, RunFile.Metrics), "round,learner", problems);
        var text = RunFile.Read(Path.Combine(folder, RunFile.Scenario), problems) ?? "";
        var run = Parse(folder, record, text) with
        {
            Rounds = rounds is null ? [] : [.. rounds.Rows.Select((_, i) => RoundOf(rounds, i))],
            Evaluations = metrics is null ? [] : [.. metrics.Rows.Select((_, i) => EvaluationOf(metrics, i))],
            Shards = ReadShards(Path.Combine(folder, RunFile.Split), problems),
            Confusion = ReadConfusion(Path.Combine(folder, RunFile.ConfusionTable), record, problems),
        };
        run = run with { Graph = ReadGraph(Path.Combine(folder, RunFile.Graph), run, problems) };
        RequireLastRound(Path.Combine(folder, RunFile.Rounds), record, run, problems);
        return problems.Count == 0 ? run : throw new InputException(problems);
    }

    /// <summary>The refusal of a folder that is not there.</summary>
    internal static InputException NoFolder(string folder) => new(folder, File.Exists(folder)
        ? "is a file, not the folder of a run" : $"there is no such folder{Near(folder)}");

    /// <summary>Refuses a run whose record is damaged or of another version; one that has none yet is good.</summary>
    /// <exception cref="InputException">The record cannot be read.</exception>
    internal static void RequireGoodRecord(string folder)
    {
        var path = Path.Combine(folder, RunFile.Record);
        if (File.Exists(path))
        {
            Parse(folder, ReadRecord(path), "");
        }
    }

    private static string Near(string folder)
    {
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var others = Directory.Exists(parent) ? Directory.GetDirectories(parent).Select(path => Path.GetFileName(path)!) : [];
        return Nearest.Hint(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), [.. others]);
    }

    private static JsonObject ReadRecord(string path)
    {
        var problems = new List<Problem>();
        JsonObject? record = null;
        try
        {
            record = RunFile.Read(path, problems) is { } text ? Parsed(text) : null;
        }
        catch (ArgumentException)
        {
            throw new InputException(path, "has a key twice: the file is damaged");
        }
        catch (JsonException e)
        {
            throw new InputException([new Problem(path, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, "",
                "is not JSON: the file is damaged")]);
        }

        if (record is null)
        {
            throw problems.Count > 0 ? new InputException(problems) : new InputException(path, "is not the record of a run");
        }

        var format = record["format"]?.ToString() ?? "none";
        return format == RecordJson.Format.ToString(CultureInfo.InvariantCulture) ? record : throw new InputException(path,
            $"has format {format}, written by version {record["versions"]?["actorlearning"]}; this version, "
            + $"{BuildInformation.Version}, reads format {RecordJson.Format}. Run the scenario again.");
    }

    private static JsonObject? Parsed(string text)
    {
        var record = JsonNode.Parse(text) as JsonObject;
        _ = record?.Count; // The keys are looked at now: one that stands twice is found here.
        return record;
    }

    private static FinishedRun Parse(string folder, JsonObject record, string text)
    {
        try
        {
            return new FinishedRun
            {
                Folder = folder,
                Name = Text(record, "name"),
                Seed = (long)record["seed"]!,
                Fingerprint = Text(record, "fingerprint"),
                Engine = Text(record, "engine"),
                IsComplete = (bool)record["complete"]!,
                ModelHash = (string?)record["modelHash"],
                Settings = Texts(record["settings"]!),
                ScenarioText = text,
                Byzantine = [.. record["byzantine"]!.AsArray().Select(number => (int)number!)],
                AssumedByzantine = (int)record["byzantineMet"]!["assumed"]!,
                Parameters = (long)record["parameters"]!,
                Elapsed = TimeSpan.FromSeconds((double)record["elapsedSeconds"]!),
                Versions = Texts(record["versions"]!),
                Commit = Text(record, "commit"),
                Phases = Phases(record["workerSeconds"]),
                Rounds = [],
                Evaluations = [],
            };
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or NullReferenceException
            or ArgumentException or OverflowException)
        {
            // Whatever is missing or of another kind: the file was changed by something else.
            throw new InputException(Path.Combine(folder, RunFile.Record), "lacks what a record has: the file is damaged");
        }
    }

    private static string Text(JsonObject record, string name) =>
        (string?)record[name] ?? throw new FormatException($"there is no {name}");

    private static Dictionary<string, string> Texts(JsonNode node) =>
        node.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "");

    private static PhaseTimes? Phases(JsonNode? node)
    {
        TimeSpan Of(string name) => TimeSpan.FromSeconds((double)node[name]!);
        return node is null ? null : new PhaseTimes(Of("training"), Of("aggregation"), Of("forging"), Of("evaluation"));
    }

    private static RoundRecord RoundOf(CsvTable table, int row) => new()
    {
        Round = (int)table.Whole(row, "round"),
        TrainingLoss = table.Number(row, "training_loss"),
        Accuracy = table.Number(row, "accuracy_mean") is { } mean
            ? new AccuracySummary(mean, table.Number(row, "accuracy_worst") ?? mean, table.Number(row, "accuracy_best") ?? mean)
            : null,
        AccuracyAfterTraining = table.Number(row, "accuracy_after_training_mean") is { } before
            ? new AccuracySummary(before, before, before) : null,
        TestLoss = table.Number(row, "test_loss"),
        ConsensusDistance = table.Number(row, "consensus_distance"),
        ByzantineMetMax = (int)table.Whole(row, "byzantine_met_max"),
        Pulls = table.Whole(row, "pulls"),
        Answers = table.Whole(row, "answers"),
        Timeouts = table.Whole(row, "timeouts"),
        Broken = table.Whole(row, "broken"),
        Late = table.Whole(row, "late"),
        Duplicates = table.Whole(row, "duplicates"),
        Unasked = table.Whole(row, "unasked"),
        Bytes = table.Whole(row, "bytes"),
        Seen = table.Number(row, "accuracy_seen"),
        Unseen = table.Number(row, "accuracy_unseen"),
        SeenAfterTraining = table.Number(row, "accuracy_seen_after_training"),
        UnseenAfterTraining = table.Number(row, "accuracy_unseen_after_training"),
        Rarest = table.Number(row, "accuracy_rarest"),
        Oscillation = table.Number(row, "oscillation"),
        OscillationUnseen = table.Number(row, "oscillation_unseen"),
        HonestOffered = table.Whole(row, "honest_offered"),
        HonestRefused = table.Whole(row, "honest_refused"),
        ByzantineOffered = table.Whole(row, "byzantine_offered"),
        ByzantineAccepted = table.Whole(row, "byzantine_accepted"),
        Missing = [.. table.Text(row, "missing").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(number => int.TryParse(number, out var learner) ? learner : -1)],
    };

    private static LearnerEvaluation EvaluationOf(CsvTable table, int row)
    {
        Quality? Of(string suffix) => table.Number(row, $"accuracy{suffix}") is { } accuracy
            ? new Quality(accuracy, table.Number(row, $"loss{suffix}") ?? double.NaN)
            {
                Seen = table.Number(row, $"accuracy_seen{suffix}"),
                Unseen = table.Number(row, $"accuracy_unseen{suffix}"),
            }
            : null;
        return new LearnerEvaluation((int)table.Whole(row, "round"), (int)table.Whole(row, "learner"),
            Of("_after_training"),
            (Of("") ?? new Quality(double.NaN, double.NaN)) with { Rarest = table.Number(row, "accuracy_rarest") });
    }

    /// <summary>How the examples were dealt out; left out where a run came to no learners.</summary>
    private static IReadOnlyList<LearnerShard> ReadShards(string path, List<Problem> problems) =>
        !File.Exists(path) || CsvTable.Read(path, "learner", problems) is not { } table ? []
        : [.. table.Rows.Select((_, row) => new LearnerShard((int)table.Whole(row, "learner"),
            [.. table.Header.Skip(1).Select(label => (int)table.Whole(row, label))]))];

    /// <summary>The graph; left out where there is none, as in runs of earlier versions.</summary>
    private static Graph? ReadGraph(string path, FinishedRun run, List<Problem> problems)
    {
        if (!File.Exists(path) || !int.TryParse(run.Setting("learners"), out var learners)
            || CsvTable.Read(path, "one,other", problems) is not { } table)
        {
            return null;
        }

        try
        {
            return new Graph(learners, table.Rows.Select((_, row) =>
                ((int)table.Whole(row, "one"), (int)table.Whole(row, "other"))));
        }
        catch (ArgumentException)
        {
            problems.Add(new Problem(path, 0, 0, "", "has an edge that joins no two learners: the file is damaged"));
            return null;
        }
    }

    private static Confusion? ReadConfusion(string path, JsonObject record, List<Problem> problems)
    {
        if (record["confusionOf"] is not { } learner || CsvTable.Read(path, "label", problems) is not { } table)
        {
            return null;
        }

        var labels = table.Header.Skip(1).ToList();
        if (table.Rows.Count != labels.Count)
        {
            problems.Add(new Problem(path, 0, 0, "",
                $"has {table.Rows.Count} rows for {labels.Count} labels: the file is damaged"));
        }

        return new Confusion((int)learner, [.. table.Rows.Select((_, row) =>
            (IReadOnlyList<int>)[.. labels.Select(label => (int)table.Whole(row, label))])]);
    }

    /// <summary>A table that was cut off at the end of a line has good lines only, but not all of them.</summary>
    private static void RequireLastRound(string path, JsonObject record, FinishedRun run, List<Problem> problems)
    {
        if (record["rounds"]?.GetValueKind() == JsonValueKind.Number && (long)record["rounds"]! is > 0 and var last
            && problems.Count == 0 && run.Rounds.All(round => round.Round != last))
        {
            problems.Add(new Problem(path, 0, 0, "",
                string.Create(CultureInfo.InvariantCulture, $"lacks round {last}, the last one measured: the file is damaged")));
        }
    }
}
