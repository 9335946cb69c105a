using System.Text.RegularExpressions;

namespace ActorLearning.Cli.Tests.Documentation;

/// <summary>The commands of README.md and docs/: in blocks, in indented lines, and in the text between backticks.</summary>
internal static partial class Pages
{
    /// <summary>What commands begin with.</summary>
    private static readonly string[] Programs =
        ["actorlearning ", "dotnet ", "alias ", "source ", "bench/", "hocon/", ".ci/", "peers ", "git ", "cd ", "python3 "];

    /// <summary>The pages, from the root of the repository.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "README.md", .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    /// <summary>The commands of a page in their order.</summary>
    public static IReadOnlyList<ShownCommand> Commands(string page)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, page));
        var found = new List<ShownCommand>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.FindIndex(lines, i + 1, line => line.TrimStart().StartsWith("```", StringComparison.Ordinal));
                AddBlock(found, page, lines, i, end);
                Array.Fill(lines, "", i, end + 1 - i);
            }
            else if (lines[i].StartsWith("    ", StringComparison.Ordinal) && IsCommand(lines[i].TrimStart()))
            {
                found.Add(new ShownCommand(page, i + 1, lines[i].Trim()));
                lines[i] = "";
            }
        }

        return [.. found.Concat(InTable(page, lines)).Concat(InText(page, string.Join('\n', lines)))
            .OrderBy(command => command.Line)];
    }

    /// <summary>The table of commands, whose rows begin with one; the program's name is left out there.</summary>
    private static IEnumerable<ShownCommand> InTable(string page, string[] lines)
    {
        var start = Array.IndexOf(lines, "## Commands");
        return lines.Select((line, i) => (Row: Row().Match(line), Number: i + 1)).Skip(start < 0 ? lines.Length : start + 1)
            .TakeWhile(item => !lines[item.Number - 1].StartsWith('#')).Where(item => item.Row.Success)
            .Select(item => new ShownCommand(page, item.Number,
                $"actorlearning {item.Row.Groups[1].Value.Replace("\\|", "|", StringComparison.Ordinal)}"));
    }

    /// <summary>A block without a language holds commands where it begins with one, else what the last of them prints.</summary>
    private static void AddBlock(List<ShownCommand> found, string page, string[] lines, int start, int end)
    {
        var block = lines[(start + 1)..end].Select((line, i) => (Text: line.Trim(), Number: start + 2 + i))
            .Where(line => line.Text is not ("" or "...")).ToList();
        if (lines[start].Trim() != "```" || block.Count == 0)
        {
            return;
        }

        if (IsCommand(block[0].Text))
        {
            found.AddRange(block.Select(line => new ShownCommand(page, line.Number, line.Text)));
        }
        else
        {
            found.LastOrDefault()?.Results.AddRange(block.Select(line => line.Text));
        }
    }

    private static IEnumerable<ShownCommand> InText(string page, string text) => Span().Matches(text)
        .Where(span => IsCommand(span.Groups[1].Value))
        .Select(span => new ShownCommand(page, 1 + text.AsSpan(0, span.Index).Count('\n'),
            Gap().Replace(span.Groups[1].Value, " ").Replace("\\|", "|", StringComparison.Ordinal)));

    private static bool IsCommand(string line) => Programs.Any(name => line.StartsWith(name, StringComparison.Ordinal));

    [GeneratedRegex("^\\| `([^`]+)`")]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gap();
}
