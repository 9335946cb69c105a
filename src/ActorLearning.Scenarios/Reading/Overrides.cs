using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ActorLearning.Scenarios.Reading;

/// <summary>Applies <c>--set key=value</c> to a scenario before it is read.</summary>
internal static class Overrides
{
    /// <summary>Puts each value at its path, making sections that are not there.</summary>
    /// <returns>The nodes that were put in.</returns>
    public static HashSet<YamlNode> Apply(
        YamlMappingNode root, IReadOnlyList<string> settings, string from, ICollection<Problem> problems)
    {
        var changed = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        foreach (var setting in settings)
        {
            var equals = setting.IndexOf('=');
            var path = equals < 0 ? setting : setting[..equals].Trim();
            if (equals < 1 || Parse(setting[(equals + 1)..]) is not { } value)
            {
                problems.Add(new Problem(from, 0, 0, path, $"\"{setting}\" is not key=value, as in byzantine.count=5"));
                continue;
            }

            var paths = ScenarioKeys.All.Select(key => key.Path).ToList();
            if (!paths.Contains(path))
            {
                problems.Add(new Problem(from, 0, 0, path, $"unknown key{Nearest.Hint(path, paths)}"));
            }
            else if (Section(root, path) is { } section)
            {
                section.Children[new YamlScalarNode(ScenarioKeys.Of(path).Name)] = value;
                changed.UnionWith(value.AllNodes);
            }
            else
            {
                problems.Add(new Problem(from, 0, 0, path, "the scenario has a list there; change the file"));
            }
        }

        return changed;
    }

    private static YamlMappingNode? Section(YamlMappingNode root, string path)
    {
        var name = ScenarioKeys.Of(path).Section;
        if (name.Length == 0)
        {
            return root;
        }

        var key = new YamlScalarNode(name);
        if (!root.Children.TryGetValue(key, out var section) || section is YamlScalarNode)
        {
            root.Children[key] = section = new YamlMappingNode();
        }

        return section is YamlSequenceNode { Children: [YamlMappingNode only] } ? only : section as YamlMappingNode;
    }

    private static YamlNode? Parse(string text)
    {
        try
        {
            if (YamlDepth.TooDeep(text) is not null)
            {
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 1 ? stream.Documents[0].RootNode : null;
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            return null;
        }
    }
}
