using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorLearning.Engine;
using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Records;

namespace ActorLearning.Reporting;

/// <summary>The summary of a run as JSON: what ran, on what, and what came out.</summary>
public static class RecordJson
{
    /// <summary>The format of record.json and the tables beside it: raised when an older reader would misread them.</summary>
    public const int Format = 1;

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The content of record.json.</summary>
    public static string Write(RunRecord record) => Summary(record).ToJsonString(Indented) + "\n";

    /// <summary>The same on one line.</summary>
    public static string Line(RunRecord record) => Summary(record).ToJsonString(OneLine);

    /// <summary>One evaluated round on one line.</summary>
    public static string Line(RoundRecord round, TimeSpan elapsed) => new JsonObject
    {
        ["round"] = round.Round,
        ["accuracy"] = Accuracy(round.Accuracy),
        ["testLoss"] = Finite(round.TestLoss),
        ["trainingLoss"] = Finite(round.TrainingLoss),
        ["byzantineMet"] = round.ByzantineMetMax,
        ["elapsedSeconds"] = Math.Round(elapsed.TotalSeconds, 3),
    }.ToJsonString(OneLine);

    /// <summary>The model hash a record's file states; null where there is no such file or it states none.</summary>
    public static string? ModelHashIn(string path)
    {
        try
        {
            return File.Exists(path) ? (string?)JsonNode.Parse(File.ReadAllText(path))?["modelHash"] : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // Whatever it is, it is not the record of a complete run.
        }
    }

    private static JsonObject Summary(RunRecord record) => new()
    {
        ["format"] = Format,
        ["name"] = record.Scenario.Name,
        ["seed"] = record.Scenario.Seed,
        ["fingerprint"] = record.Scenario.Fingerprint,
        ["engine"] = record.Engine,
        ["complete"] = record.ModelHash is not null,
        ["interrupted"] = record.IsInterrupted,
        ["rounds"] = record.Last?.Round ?? 0,
        ["modelHash"] = record.ModelHash,
        ["accuracy"] = Accuracy(record.Accuracy),
        ["byzantineMet"] = new JsonObject
        {
            ["max"] = record.ByzantineMetMax,
            ["assumed"] = record.Scenario.Exchange.AssumedByzantine,
        },
        ["graph"] = Graph(record),
        ["byzantine"] = new JsonArray([.. record.Byzantine.Select(number => JsonValue.Create(number))]),
        ["totals"] = Totals(record),
        ["confusionOf"] = record.Confusion?.Learner,
        ["parameters"] = record.Scenario.Model.Parameters,
        ["elapsedSeconds"] = Math.Round(record.Elapsed.TotalSeconds, 3),
        ["workerSeconds"] = Phases(record.Phases),
        ["settings"] = new JsonObject([.. record.Scenario.Settings.Select(pair =>
            KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))]),
        ["versions"] = new JsonObject
        {
            ["actorlearning"] = BuildInformation.Version,
            ["dotnet"] = Environment.Version.ToString(),
            ["system"] = RuntimeInformation.OSDescription,
            ["processor"] = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
        },
        ["commit"] = BuildInformation.Commit,
    };

    /// <summary>The graph and what is left of it for the honest learners; null where peers are drawn.</summary>
    private static JsonObject? Graph(RunRecord record) =>
        HonestGraph.Of(record.Scenario) is not { } graph ? null : new JsonObject
        {
            ["edges"] = graph.Edges,
            ["leastDegree"] = graph.LeastDegree,
            ["greatestDegree"] = graph.GreatestDegree,
            ["honestParts"] = graph.Parts,
            ["honestLargestPart"] = graph.Largest,
            ["byzantineNeighbours"] = graph.ByzantineNeighbours,
        };

    private static JsonObject Totals(RunRecord record) => new()
    {
        ["pulls"] = record.Rounds.Sum(round => round.Pulls),
        ["answers"] = record.Rounds.Sum(round => round.Answers),
        ["timeouts"] = record.Rounds.Sum(round => round.Timeouts),
        ["broken"] = record.Rounds.Sum(round => round.Broken),
        ["late"] = record.Rounds.Sum(round => round.Late),
        ["duplicates"] = record.Rounds.Sum(round => round.Duplicates),
        ["unasked"] = record.Rounds.Sum(round => round.Unasked),
        ["bytes"] = record.Rounds.Sum(round => round.Bytes),
    };

    private static JsonObject? Phases(PhaseTimes? times) => times is null ? null : new JsonObject
    {
        ["training"] = Math.Round(times.Training.TotalSeconds, 3),
        ["aggregation"] = Math.Round(times.Aggregation.TotalSeconds, 3),
        ["forging"] = Math.Round(times.Forging.TotalSeconds, 3),
        ["evaluation"] = Math.Round(times.Evaluation.TotalSeconds, 3),
    };

    private static JsonObject? Accuracy(AccuracySummary? accuracy) => accuracy is null ? null : new JsonObject
    {
        ["mean"] = Figures.Rounded(accuracy.Mean),
        ["worst"] = Figures.Rounded(accuracy.Worst),
        ["best"] = Figures.Rounded(accuracy.Best),
    };

    /// <summary>JSON has no NaN: a diverged loss is written as text.</summary>
    private static JsonNode? Finite(double? value) => value is { } number && !double.IsFinite(number)
        ? JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)) : value is null ? null : Figures.Rounded(value.Value);
}
