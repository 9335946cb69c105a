using ActorLearning.Scenarios.Catalogue;
using ActorLearning.Scenarios.Reading;
using YamlDotNet.RepresentationModel;

namespace ActorLearning.Scenarios.Sweeps;

/// <summary>
/// Reads sweeps: scenario files in which any key may hold a list or a range of values. <c>sweep: zip</c> takes the first values
/// together, then the second ones; without it, or with <c>sweep: grid</c>, every value meets every other. Seeds are always
/// crossed.
/// </summary>
public static class SweepFile
{
    private const string ModeKey = "sweep";
    private const int MostCells = 100_000;
    private const int MostProblems = 30;

    private static readonly string[] Modes = ["grid", "zip"];

    /// <summary>Reads a file and applies overrides, which may hold lists and ranges too.</summary>
    /// <exception cref="InputException">The file is missing or wrong; it carries every problem of every run.</exception>
    public static Sweep Read(string path, params IReadOnlyList<string> overrides) =>
        Parse(path, ScenarioFile.ReadText(path), overrides);

    /// <summary>Reads a sweep from text.</summary>
    /// <exception cref="InputException">The text is wrong; it carries every problem of every run.</exception>
    public static Sweep Parse(string name, string text, params IReadOnlyList<string> overrides)
    {
        var document = ScenarioFile.Load(name, text);
        var root = (YamlMappingNode)document.RootNode;
        var problems = new List<Problem>();
        var overridden = Overrides.Apply(root, overrides, ScenarioText.Option, problems);
        var log = new ReadingLog(name, overridden);
        var isZip = TakeMode(root, log) == "zip";
        SweptKey? Swept(ScenarioKey key) => key.Kind != KeyKind.Text && Holder(root, key) is { } holder
            && Child(holder, key.Name) is { } node ? SweptKey.Of(key, node, log) : null;
        var keys = ScenarioKeys.All.Select(Swept).OfType<SweptKey>().ToList();
        if (keys.Count == 0)
        {
            log.Report(root, "",
                "sweeps over nothing: no key holds a list or a range, as in seed: 1..3 or aggregation: [mean, median]");
        }

        foreach (var key in keys.Where(key => !isZip || key.Path == Sweep.Seed))
        {
            if (key.Texts.GroupBy(text => text).FirstOrDefault(same => same.Count() > 1) is { } twice)
            {
                log.Report(key.Node, key.Path, $"has {twice.Key} {twice.Count()} times: the same run would count as several");
            }
        }

        var combinations = Combine(keys, isZip, log);
        problems.AddRange(log.Problems);
        if (problems.Count > 0)
        {
            throw new InputException(problems);
        }

        // Equal values of two ranges are equal nodes; only the reference tells whose they are.
        var origins = new Dictionary<YamlNode, YamlNode>(ReferenceEqualityComparer.Instance);
        foreach (var key in keys.Where(key => key.Node is YamlScalarNode))
        {
            key.Values.ToList().ForEach(value => origins.Add(value, key.Node));
        }

        SweepCell? Read(int[] values) =>
            ReadCell(document, keys, values, new ReadingLog(name, overridden, origins), problems);
        var cells = combinations.Select(Read).ToList();
        return problems.Count > 0 ? throw new InputException([.. problems.Distinct().Take(MostProblems)])
            : new Sweep(cells[0]!.Scenario.Name, isZip, [.. keys.Select(key => new SweepAxis(key.Path, key.Texts))], cells!);
    }

    private static string TakeMode(YamlMappingNode root, ReadingLog log)
    {
        var key = new YamlScalarNode(ModeKey);
        if (!root.Children.TryGetValue(key, out var node))
        {
            return "grid";
        }

        root.Children.Remove(key);
        var mode = (node as YamlScalarNode)?.Value ?? "";
        if (!Modes.Contains(mode))
        {
            log.Report(node, ModeKey, $"{node} is not one of {string.Join(", ", Modes)}{Nearest.Hint(mode, Modes)}");
        }

        return mode;
    }

    private static YamlMappingNode? Holder(YamlMappingNode root, ScenarioKey key) =>
        key.Section.Length == 0 ? root : Child(root, key.Section) as YamlMappingNode;

    private static YamlNode? Child(YamlMappingNode mapping, string name) =>
        mapping.Children.FirstOrDefault(pair => (pair.Key as YamlScalarNode)?.Value == name).Value;

    /// <summary>Which value of each key every run takes.</summary>
    private static List<int[]> Combine(List<SweptKey> keys, bool isZip, ReadingLog log)
    {
        var together = keys.Where(key => isZip && key.Path != Sweep.Seed).ToList();
        foreach (var key in together.Where(key => key.Values.Count != together[0].Values.Count))
        {
            log.Report(key.Node, key.Path, $"has {key.Values.Count} values and {together[0].Path} has "
                + $"{together[0].Values.Count}; a zip takes as many of each");
        }

        // Each wheel turns one key, or all keys of a zip; the last wheel turns fastest.
        var wheels = keys.Where(key => !together.Contains(key)).Select(key => (Keys: new[] { key }, key.Values.Count)).ToList();
        if (together.Count > 0)
        {
            wheels.Insert(0, (together.ToArray(), together[0].Values.Count));
        }

        var count = wheels.Aggregate(1.0, (product, wheel) => product * wheel.Count);
        if (count > MostCells)
        {
            log.Report(null, "", FormattableString.Invariant($"makes {count:N0} runs; at most {MostCells:N0} are made"));
            return [];
        }

        var combinations = new List<int[]> { new int[keys.Count] };
        foreach (var (turned, values) in wheels)
        {
            combinations = [.. combinations.SelectMany(before => Enumerable.Range(0, values).Select(value =>
                before.Select((old, i) => turned.Contains(keys[i]) ? value : old).ToArray()))];
        }

        return combinations;
    }

    private static SweepCell? ReadCell(
        YamlDocument document, List<SweptKey> keys, int[] values, ReadingLog log, List<Problem> problems)
    {
        var root = (YamlMappingNode)document.RootNode;
        for (var i = 0; i < keys.Count; i++)
        {
            var key = ScenarioKeys.Of(keys[i].Path);
            Holder(root, key)!.Children[new YamlScalarNode(key.Name)] = keys[i].Values[values[i]];
        }

        var scenario = new ScenarioReader(root, log, Vocabulary.Standard).Read();
        problems.AddRange(log.Problems);
        return scenario is null ? null : new SweepCell(
            [.. keys.Select((key, i) => key.Texts[values[i]])],
            scenario with { Text = ScenarioFile.Written(document, $"one run of the sweep {scenario.Name}") });
    }
}
