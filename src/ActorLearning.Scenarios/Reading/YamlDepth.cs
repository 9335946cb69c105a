using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ActorLearning.Scenarios.Reading;

/// <summary>How deep lists and mappings of a text stand in one another: what reads them is recursive.</summary>
internal static class YamlDepth
{
    /// <summary>More than any scenario has.</summary>
    public const int Most = 50;

    /// <summary>Where it first gets deeper than that; null where it does not.</summary>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public static Mark? TooDeep(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
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
}
