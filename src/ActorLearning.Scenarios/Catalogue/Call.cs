using System.Text.RegularExpressions;

namespace ActorLearning.Scenarios.Catalogue;

/// <summary>A name with arguments as scenarios write it: <c>alie(z=1.5)</c>, <c>pull(15)</c>, <c>mean</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Arguments">Name (null where it is given by position), value and offset of each argument.</param>
/// <param name="Offset">Where it starts in the text it was cut from.</param>
public sealed partial record Call(string Name, IReadOnlyList<(string? Name, string Value, int Offset)> Arguments, int Offset)
{
    /// <summary>Reads one call; null if the text is none.</summary>
    public static Call? Parse(string text, int offset = 0)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var arguments = new List<(string?, string, int)>();
        var inside = match.Groups["arguments"];
        var at = inside.Index;
        foreach (var piece in inside.Value.Split(',').Where(_ => inside.Value.Trim().Length > 0))
        {
            var pair = piece.Split('=', 2);
            var start = offset + at + piece.Length - piece.TrimStart().Length;
            arguments.Add(pair.Length == 2 ? (pair[0].Trim(), pair[1].Trim(), start) : (null, piece.Trim(), start));
            at += piece.Length + 1;
        }

        return new Call(match.Groups["name"].Value, arguments, offset + match.Groups["name"].Index);
    }

    [GeneratedRegex(@"^\s*(?<name>[A-Za-z][A-Za-z0-9-]*)\s*(\((?<arguments>[^()]*)\))?\s*$")]
    private static partial Regex Form();
}
