using System.CommandLine;
using ActorLearning.Scenarios.Catalogue;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cli.Commands;

/// <summary><c>list [PART]</c>.</summary>
internal static class ListCommand
{
    private static readonly string[] Others = ["keys", "schema", "markdown", "reference"];

    public static Command Create()
    {
        var part = new Argument<string?>("part")
        {
            Description = $"One of {string.Join(", ", Known.Parts.Keys.Concat(Others))}; the catalogue without it",
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "part",
        };
        part.CompletionSources.Add(_ => Known.Parts.Keys.Concat(Others)
            .Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        var command = new Command("list", "List the names a scenario can use, e.g. actorlearning list attacks") { part };
        command.SetAction(parsed => List(parsed.GetValue(part)));
        return command;
    }

    private static int List(string? part)
    {
        var parts = Known.Parts;
        if (part == "schema")
        {
            Console.Write(ScenarioSchema.Write());
            return CommandLine.Done;
        }

        if (part is "markdown" or "reference")
        {
            Console.Write(part == "markdown" ? CatalogueMarkdown.Write() : ScenarioMarkdown.Write());
            return CommandLine.Done;
        }

        if (part == "keys")
        {
            return ListKeys();
        }

        if (part is not null && !parts.ContainsKey(part))
        {
            throw new Scenarios.InputException(
                "list", $"\"{part}\" is no part of the catalogue"
                + Scenarios.Nearest.Hint(part, [.. parts.Keys, .. Others]) + " "
                + $"(known: {string.Join(", ", parts.Keys.Concat(Others))})");
        }

        foreach (var (name, entries) in parts.Where(pair => part is null || pair.Key == part))
        {
            Console.WriteLine($"{name}:");
            foreach (var entry in entries)
            {
                var source = entry.Source.Length > 0 ? $" ({entry.Source})" : "";
                Console.WriteLine($"  {entry.Signature,-36} {entry.Meaning}{source}");
                foreach (var option in entry.Options)
                {
                    Console.WriteLine($"      {option.Name,-32} {option.Meaning}");
                }
            }
        }

        return CommandLine.Done;
    }

    private static int ListKeys()
    {
        foreach (var key in ScenarioKeys.All)
        {
            var standard = key.Default switch { null => "required", "" => "", _ => $"default {key.Default}" };
            Console.WriteLine($"  {key.Path,-28} {standard,-32} {key.Meaning}");
        }

        return CommandLine.Done;
    }
}
