using System.Globalization;
using System.Text.RegularExpressions;
using ActorLearning.Scenarios.Reading;
using YamlDotNet.RepresentationModel;

namespace ActorLearning.Scenarios.Sweeps;

/// <summary>A key of a sweep's file that holds a list or a range.</summary>
/// <param name="Path">The key's dotted path.</param>
/// <param name="Node">What it holds.</param>
/// <param name="Values">A node a value.</param>
internal sealed partial record SweptKey(string Path, YamlNode Node, IReadOnlyList<YamlNode> Values)
{
    private const int MostValues = 10_000;

    /// <summary>The values as text.</summary>
    public IReadOnlyList<string> Texts => [.. Values.Select(value => value is YamlScalarNode scalar ? scalar.Value ?? ""
        : value.ToString())];

    /// <summary>The swept key a node makes; null where it is a single value.</summary>
    public static SweptKey? Of(ScenarioKey key, YamlNode node, ReadingLog log)
    {
        if (node is YamlSequenceNode list && IsSwept(key, list))
        {
            if (list.Children.Count == 0)
            {
                log.Report(list, key.Path, "an empty list sweeps over nothing");
            }

            return new SweptKey(key.Path, list, [.. list.Children]);
        }

        return node is YamlScalarNode { Value: { } text } && Range().Match(text) is { Success: true } match
            ? OfRange(key, node, match, log) : null;
    }

    /// <summary>Keys that hold lists anyway are swept by lists of lists.</summary>
    private static bool IsSwept(ScenarioKey key, YamlSequenceNode list) => key.Kind switch
    {
        KeyKind.List => list.Children.Count > 0 && list.Children.All(item => item is YamlSequenceNode),
        KeyKind.WordOrList => list.Children.Any(item => !int.TryParse((item as YamlScalarNode)?.Value, out _)),
        _ => true,
    };

    private static SweptKey OfRange(ScenarioKey key, YamlNode node, Match match, ReadingLog log)
    {
        decimal Part(string name) => decimal.Parse(match.Groups[name].Value, NumberStyles.Float, CultureInfo.InvariantCulture);
        var (from, to) = (Part("from"), Part("to"));
        var step = match.Groups["step"].Success ? Part("step") : 1;
        if (step <= 0 || to < from || (to - from) / step >= MostValues)
        {
            log.Report(node, key.Path,
                $"{match.Value.Trim()} is no range; write one that ascends, as in 1..5 or 0.1..0.5 step 0.1");
            return new SweptKey(key.Path, node, []);
        }

        // Decimals: 0.1..0.5 step 0.1 ends at 0.5, and 0.3 is 0.3.
        var values = new List<YamlNode>();
        for (var value = from; value <= to; value += step)
        {
            values.Add(new YamlScalarNode(value.ToString(CultureInfo.InvariantCulture)));
        }

        return new SweptKey(key.Path, node, values);
    }

    [GeneratedRegex(@"^\s*(?<from>-?\d+(\.\d+)?)\s*\.\.\s*(?<to>-?\d+(\.\d+)?)(\s+step\s+(?<step>-?\d+(\.\d+)?))?\s*$")]
    private static partial Regex Range();
}
