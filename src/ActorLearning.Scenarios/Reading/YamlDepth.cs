using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ActorLearning.Scenarios.Reading;

/// <summary>How deep lists and mappings of a text stand in one another: what reads them is recursive.</summary>
internal static class YamlDepth
{
    /// <summary>More than any scenario has.</summary>
    public const int Most = 50;

    /// <summary>Where it first gets deeper than that; null where it does not before its end or its first mistake.</summary>
    public static Mark? TooDeep(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (IsMore(parser))
        {
            depth += parser.Current switch
            {
                MappingStart or SequenceStart => 1,
                MappingEnd or SequenceEnd => -1,
                _ => 0,
            };
            if (depth > Most)
            {
                return parser.Current!.Start;
            }
        }

        return null;
    }

    /// <summary>Whether there is more; what is no YAML is told by whoever reads it next.</summary>
    private static bool IsMore(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            return false;
        }
    }
}
