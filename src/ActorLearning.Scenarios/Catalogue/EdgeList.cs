using System.Globalization;
using System.Text.RegularExpressions;
using ActorLearning.Protocol.Peers;

namespace ActorLearning.Scenarios.Catalogue;

/// <summary>Reads a graph from a text file: an edge a line as two learners' numbers, # for a comment.</summary>
internal static partial class EdgeList
{
    private const int MostReports = 20;

    /// <summary>The graph, or null with every problem reported.</summary>
    public static Graph? Read(string path, int learners, Action<string> report)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report($"the edge list {path} cannot be read: {e.Message}");
            return null;
        }

        var edges = new List<(int, int)>();
        var problems = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Split('#')[0].Trim();
            var problem = line.Length == 0 ? null : Problem(line, learners, edges);
            if (problem is not null && problems++ < MostReports)
            {
                report($"{path}:{i + 1}: {problem}");
            }
        }

        if (problems > MostReports)
        {
            report($"{path}: and {problems - MostReports} more lines like these");
        }

        return problems > 0 ? null : new Graph(learners, edges);
    }

    private static string? Problem(string line, int learners, List<(int, int)> edges)
    {
        var numbers = Separator().Split(line);
        if (numbers.Length != 2
            || !int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var one)
            || !int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var other))
        {
            return $"\"{line}\" is no edge; write two learners' numbers, as in 0 1";
        }

        if (Math.Max(one, other) >= learners)
        {
            return $"{Math.Max(one, other)} is not a learner; they are numbered 0 to {learners - 1}";
        }

        if (one == other)
        {
            return $"{one} to {one} is a loop; an edge joins two learners";
        }

        edges.Add((one, other));
        return null;
    }

    [GeneratedRegex(@"[\s,;]+")]
    private static partial Regex Separator();
}
