using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ActorLearning.Scenarios.Reading;

/// <summary>Reads scenario files.</summary>
public static class ScenarioFile
{
    /// <summary>Reads a file and applies overrides.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overrides">Settings of the form key=value.</param>
    /// <exception cref="InputException">The file is missing or wrong; it carries every problem.</exception>
    public static Scenario Read(string path, params IReadOnlyList<string> overrides) =>
        Parse(path, ReadText(path), overrides);

    /// <summary>Reads a scenario from text.</summary>
    /// <param name="name">What problems call it: the file's name.</param>
    /// <param name="text">The YAML text.</param>
    /// <param name="overrides">Settings of the form key=value.</param>
    /// <exception cref="InputException">The text is wrong; it carries every problem.</exception>
    public static Scenario Parse(string name, string text, params IReadOnlyList<string> overrides) =>
        Parse(new ScenarioText(name, text) { Overrides = overrides });

    /// <summary>Reads a scenario from text.</summary>
    /// <exception cref="InputException">The text is wrong; it carries every problem.</exception>
    public static Scenario Parse(ScenarioText source)
    {
        var document = Load(source.Name, source.Text);
        var problems = new List<Problem>();
        var root = (YamlMappingNode)document.RootNode;
        var overridden = Overrides.Apply(root, source.Overrides, source.OverridesFrom, problems);
        var log = new ReadingLog(source.Name, overridden) { OverridesFrom = source.OverridesFrom };
        var scenario = new ScenarioReader(root, log, source.Vocabulary).Read();
        problems.AddRange(log.Problems);
        return problems.Count > 0 || scenario is null
            ? throw new InputException(WithCauses(problems, source))
            : scenario with
            {
                Text = overridden.Count == 0 ? source.Text : Written(document, $"with {source.OverridesInWords}"),
            };
    }

    /// <summary>What is wrong at a place of a file that is good by itself was caused by <c>--set</c>, and says so.</summary>
    private static List<Problem> WithCauses(List<Problem> problems, ScenarioText source)
    {
        var isOnlyOverrides = problems.All(problem => problem.Source != source.Name);
        if (source.Overrides.Count == 0 || isOnlyOverrides || !IsGood(source))
        {
            return problems;
        }

        return [.. problems.Select(problem => problem.Source != source.Name ? problem : problem with
        {
            Message = $"{problem.Message} (the file alone is good; this comes of {source.OverridesInWords})",
        })];
    }

    private static bool IsGood(ScenarioText source)
    {
        var log = new ReadingLog(source.Name, new HashSet<YamlNode>());
        var root = (YamlMappingNode)Load(source.Name, source.Text).RootNode;
        return new ScenarioReader(root, log, source.Vocabulary).Read() is not null;
    }

    /// <summary>The text of a file of the user's.</summary>
    internal static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(path, "there is no such file. Scenarios of this repository lie in scenarios/.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path,
                Directory.Exists(path) ? "is a folder, not a scenario file" : $"cannot be read: {e.Message}");
        }
    }

    /// <summary>The YAML of a scenario, whose root is a mapping.</summary>
    internal static YamlDocument Load(string name, string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            if (YamlDepth.TooDeep(text) is { } place)
            {
                throw new InputException([new Problem(name, (int)place.Line, (int)place.Column, "",
                    $"is no scenario: lists and mappings stand more than {YamlDepth.Most} deep in one another")]);
            }

            var stream = new YamlStream();
            stream.Load(parser);
            return stream.Documents is [{ RootNode: YamlMappingNode }]
                ? stream.Documents[0]
                : throw new InputException(name, stream.Documents.Count > 1
                    ? $"holds {stream.Documents.Count} documents, divided by ---; a scenario is one"
                    : "is not a scenario: it must hold keys with values, like name: my run");
        }
        catch (YamlException e)
        {
            var reason = e.InnerException?.Message ?? e.Message;
            throw new InputException([new Problem(name, (int)e.Start.Line, (int)e.Start.Column, "", $"is not YAML: {reason}")]);
        }
        catch (InvalidOperationException)
        {
            // The YAML reader stumbles like this where a bracket is left open; what it read last is the nearest place known.
            var near = parser.Current?.Start ?? Mark.Empty;
            var problem = new Problem(name, (int)near.Line, (int)near.Column, "", "is not YAML: a bracket is left open");
            throw new InputException([problem]);
        }
    }

    /// <summary>A changed scenario as text, with a line on where it comes from.</summary>
    internal static string Written(YamlDocument document, string origin)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture);
        writer.WriteLine($"# {origin.ReplaceLineEndings(" ")}");
        new YamlStream(document).Save(writer, assignAnchors: false);
        return writer.ToString();
    }
}
