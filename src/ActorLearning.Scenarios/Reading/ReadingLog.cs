using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ActorLearning.Scenarios.Reading;

/// <summary>What was found wrong while reading, and every value that was read.</summary>
/// <param name="file">What problems call the text.</param>
/// <param name="overridden">Nodes that came from overrides.</param>
/// <param name="origins">Nodes that stand for a value of a range: the node that holds the range.</param>
internal sealed class ReadingLog(
    string file, IReadOnlySet<YamlNode> overridden, IReadOnlyDictionary<YamlNode, YamlNode>? origins = null)
{
    private readonly List<Problem> problems = [];
    private readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>What problems with overrides are said to come from.</summary>
    public string OverridesFrom { get; init; } = ScenarioText.Option;

    /// <summary>The problems by place, each once: some values are looked at twice.</summary>
    public IReadOnlyList<Problem> Problems =>
        [.. problems.Distinct().OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    /// <summary>The value of every key that was read.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>Eight hexadecimal digits of every value read but the name.</summary>
    public string Fingerprint
    {
        get
        {
            var text = string.Concat(values.Where(pair => pair.Key != "name").Select(pair => $"{pair.Key}={pair.Value}\n"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
        }
    }

    /// <summary>Adds a problem at a node; <paramref name="offset"/> points into its text.</summary>
    public void Report(YamlNode? node, string key, string message, int offset = 0)
    {
        node = node is not null && origins?.GetValueOrDefault(node) is { } origin ? origin : node;
        if (node is not null && overridden.Contains(node))
        {
            problems.Add(new Problem(OverridesFrom, 0, 0, key, message));
            return;
        }

        var line = (int)(node?.Start.Line ?? 1);
        var isQuoted = node is YamlScalarNode { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted };
        var column = (int)(node?.Start.Column ?? 1) + offset + (isQuoted && offset > 0 ? 1 : 0);
        problems.Add(new Problem(file, Math.Max(1, line), Math.Max(1, column), key, message));
    }

    /// <summary>Notes the value of a key, given or by default.</summary>
    public void Read(string key, string value) => values[key] = value;
}
