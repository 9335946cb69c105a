using System.Globalization;
using ActorLearning.Engine.Records;

namespace ActorLearning.Reporting.Models;

/// <summary>The final models of honest learners as files, <c>models/learner-000007.safetensors</c>.</summary>
public static class ModelFolder
{
    /// <summary>What is taken together by <c>checkpoint.models: auto</c>, in bytes.</summary>
    public const long AutomaticLimit = 100_000_000;

    /// <summary>Writes as many models as the scenario wants, the first honest learners'.</summary>
    /// <param name="path">The folder; made where there is something to write.</param>
    /// <param name="record">The record of a complete run.</param>
    public static void Write(string path, RunRecord record)
    {
        var network = record.Scenario.Model;
        foreach (var (learner, parameters) in record.Models.Take(Count(record)))
        {
            Directory.CreateDirectory(path);
            var about = new Dictionary<string, string>
            {
                ["format"] = "pt", // The layout of weights is that library's; readers of files ask for the word.
                ["model"] = network.Name,
                ["run"] = record.Scenario.Name,
                ["learner"] = learner.ToString(CultureInfo.InvariantCulture),
                ["modelHash"] = record.ModelHash ?? "",
            };
            AtomicFile.Write(
                Path.Combine(path, $"learner-{learner:D6}.safetensors"),
                stream => SafetensorsFile.Write(stream, network.Tensors, parameters, about));
        }
    }

    private static int Count(RunRecord record)
    {
        var bytes = (long)record.Models.Count * record.Scenario.Model.Parameters * sizeof(float);
        return record.Scenario.Checkpoint.Models ?? (bytes <= AutomaticLimit ? record.Models.Count : 1);
    }
}
