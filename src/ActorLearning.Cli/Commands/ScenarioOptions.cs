using System.CommandLine;
using System.CommandLine.Completions;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cli.Commands;

/// <summary>Options of every command that reads a scenario.</summary>
internal static class ScenarioOptions
{
    public static readonly Option<string[]> Set = new("--set")
    {
        Description = "Override a key, e.g. --set byzantine.count=5; may be repeated",
        AllowMultipleArgumentsPerToken = false,
        HelpName = "set",
        CompletionSources = { _ => ScenarioKeys.All.Select(key => new CompletionItem($"{key.Path}=")) },
    };

    public static readonly Option<string?> Seed = new("--seed") { Description = "Short for --set seed=N" };

    public static IReadOnlyList<string> Overrides(ParseResult parsed)
    {
        var settings = parsed.GetValue(Set) ?? [];
        return parsed.GetValue(Seed) is { } seed ? [.. settings, $"seed={seed}"] : settings;
    }
}
