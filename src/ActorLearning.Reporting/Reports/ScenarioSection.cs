using ActorLearning.Reporting.Html;
using ActorLearning.Reporting.Runs;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Reporting.Reports;

/// <summary>What ran, to the letter, and how to run it again.</summary>
internal static class ScenarioSection
{
    /// <summary>Adds the section.</summary>
    public static void Add(Markup body, FinishedRun run)
    {
        body.Add($"<section><h2>What ran</h2>\n");
        var facts = new List<string[]>
        {
            new[] { "engine", run.Engine },
            new[] { "model hash", run.ModelHash ?? "none: the run did not come to its end" },
            new[] { "fingerprint of the scenario", run.Fingerprint },
        };
        facts.AddRange(run.Versions.Select(pair => new[] { pair.Key, pair.Value }));
        if (run.Commit.Length > 0)
        {
            facts.Add(["commit", run.Commit]);
        }

        body.Add($"<div class=\"facts\">{Page.Table(["", ""], facts)}</div>\n");
        body.Add($"<p class=\"note\">Run it again, to the same model hash: <code>actorlearning run scenario.yaml</code></p>\n");
        body.Add($"<pre>{run.ScenarioText}</pre>\n");
        var keys = run.Settings.Select(pair =>
            new[] { pair.Key, pair.Value, IsDefault(pair.Key, pair.Value) ? "by default" : "" });
        body.Add(Page.Behind(Page.Table(["key", "value", ""], keys), "Every key, defaults included"));
        body.Add($"</section>\n");
    }

    private static bool IsDefault(string key, string value) =>
        ScenarioKeys.All.Any(known => known.Path == key && known.Default == value);
}
