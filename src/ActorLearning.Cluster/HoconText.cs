using ActorLearning.Scenarios;

namespace ActorLearning.Cluster;

/// <summary>
/// Looks whether a HOCON text is whole: Akka.NET's parser goes on for ever where a bracket is left open.
/// </summary>
internal static class HoconText
{
    /// <summary>Refuses brackets and quotes that do not match, and includes, which are not for settings of a node.</summary>
    /// <exception cref="InputException">It is not whole; the message names the line.</exception>
    public static void Check(string text)
    {
        var open = new Stack<(char Bracket, int Line)>();
        var line = 1;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n':
                    line++;
                    break;
                case '#':
                case '/' when text.AsSpan(i).StartsWith("//", StringComparison.Ordinal):
                    i = EndOf(text, i) - 1;
                    break;
                case '"':
                    var end = EndOfString(text, i);
                    Require(end >= 0, line, "a quote is not closed");
                    line += text.AsSpan(i, end - i).Count('\n');
                    i = end - 1;
                    break;
                case '{' or '[':
                    open.Push((text[i], line));
                    break;
                case '}' or ']':
                    Require(open.TryPop(out var begun) && text[i] == begun.Bracket + 2, line, $"\"{text[i]}\" closes nothing");
                    break;
                case 'i' when IsInclude(text, i):
                    Require(false, line, "include is not possible here; give one text");
                    break;
            }
        }

        Require(open.Count == 0, open.Count == 0 ? 0 : open.Peek().Line, "a bracket is left open");
    }

    private static bool IsInclude(string text, int at) =>
        text.AsSpan(at).StartsWith("include", StringComparison.Ordinal)
        && text.AsSpan(0, at).TrimEnd([' ', '\t']) is var before && (before.IsEmpty || before[^1] is '\n' or '{' or ',')
        && text.AsSpan(at + "include".Length).TrimStart([' ', '\t']) is ['"' or 'f' or 'u' or 'c', ..];

    private static int EndOf(string text, int at) => text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;

    /// <summary>Behind the closing quote; −1 where there is none.</summary>
    private static int EndOfString(string text, int at)
    {
        const string Three = "\"\"\"";
        if (text.AsSpan(at).StartsWith(Three, StringComparison.Ordinal))
        {
            var end = text.IndexOf(Three, at + Three.Length, StringComparison.Ordinal);
            return end < 0 ? -1 : end + Three.Length;
        }

        for (var i = at + 1; i < text.Length && text[i] != '\n'; i++)
        {
            if (text[i] == '"')
            {
                return i + 1;
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return -1;
    }

    private static void Require(bool isRight, int line, string reason)
    {
        if (!isRight)
        {
            throw new InputException("--hocon", $"these settings cannot be read: line {line}: {reason}");
        }
    }
}
