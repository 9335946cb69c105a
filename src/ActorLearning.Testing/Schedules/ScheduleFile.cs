using System.Globalization;
using ActorLearning.Scenarios;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ActorLearning.Testing.Schedules;

/// <summary>A schedule as a file: <c>seed</c> and <c>rounds</c> of the network it is for, and the list <c>schedule</c>.</summary>
/// <param name="Seed">The scenario's seed it was written for; null: the scenario's own.</param>
/// <param name="Rounds">Rounds of the run; null: the scenario's own number.</param>
/// <param name="Steps">The lines.</param>
public sealed record ScheduleFile(ulong? Seed, int? Rounds, IReadOnlyList<ScheduleStep> Steps)
{
    private static readonly string[] Keys = ["seed", "rounds", "schedule"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It is missing or wrong; it carries every problem.</exception>
    public static ScheduleFile Read(string path)
    {
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="name">What problems call it: the file's name.</param>
    /// <param name="text">The YAML text.</param>
    /// <exception cref="InputException">It is wrong; it carries every problem.</exception>
    public static ScheduleFile Parse(string name, string text)
    {
        var problems = new List<Problem>();
        var (seed, rounds, steps) = ((ulong?)null, (int?)null, (IReadOnlyList<ScheduleStep>?)null);
        foreach (var (key, value) in Load(name, text).Children)
        {
            switch ((key as YamlScalarNode)?.Value)
            {
                case "seed": seed = Number<ulong>(value, "seed", name, problems); break;
                case "rounds": rounds = Number<int>(value, "rounds", name, problems); break;
                case "schedule": steps = Lines(value, name, problems); break;
                default:
                    var known = $"(known: {string.Join(", ", Keys)})";
                    problems.Add(At(key, name, $"{key}", $"is no key{Nearest.Hint($"{key}", Keys)} {known}"));
                    break;
            }
        }

        if (steps is null && problems.Count == 0)
        {
            const string Missing = "is missing: the list of what happens, like - drop pull 1 from 0 to 2";
            problems.Add(new Problem(name, 0, 0, "schedule", Missing));
        }

        return problems.Count == 0 ? new ScheduleFile(seed, rounds, steps!) : throw new InputException(problems);
    }

    /// <summary>The text that <see cref="Parse"/> reads as this.</summary>
    public override string ToString()
    {
        var text = new System.Text.StringBuilder();
        if (Seed is { } seed)
        {
            text.Append(CultureInfo.InvariantCulture, $"seed: {seed}\n");
        }

        if (Rounds is { } rounds)
        {
            text.Append(CultureInfo.InvariantCulture, $"rounds: {rounds}\n");
        }

        text.Append(Steps.Count == 0 ? "schedule: []\n" : "schedule:\n");
        foreach (var step in Steps)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {step}\n");
        }

        return text.ToString();
    }

    private static YamlMappingNode Load(string name, string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }] ? root
                : throw new InputException(name, "is no schedule: it holds the key schedule with a list of lines");
        }
        catch (YamlException e)
        {
            var (line, column) = ((int)e.Start.Line, (int)e.Start.Column);
            throw new InputException([new Problem(name, line, column, "", $"is not YAML: {e.Message}")]);
        }
    }

    private static List<ScheduleStep> Lines(YamlNode value, string name, List<Problem> problems)
    {
        var steps = new List<ScheduleStep>();
        if (value is not YamlSequenceNode lines)
        {
            problems.Add(At(value, name, "schedule", "is a list of lines, like - drop pull 1 from 0 to 2"));
            return steps;
        }

        foreach (var line in lines)
        {
            var reason = "is a line of words, like drop pull 1 from 0 to 2";
            if (line is YamlScalarNode { Value: { } words } && ScheduleText.Parse(words, out reason) is { } step)
            {
                steps.Add(step);
            }
            else
            {
                problems.Add(At(line, name, "schedule", reason!));
            }
        }

        return steps;
    }

    private static T? Number<T>(YamlNode value, string key, string name, List<Problem> problems)
        where T : struct, ISpanParsable<T>
    {
        if (value is YamlScalarNode { Value: { } text } && T.TryParse(text, CultureInfo.InvariantCulture, out var number)
            && !(text.StartsWith('-') || text == "0" && key == "rounds"))
        {
            return number;
        }

        problems.Add(At(value, name, key, $"\"{value}\" is no number of {key}"));
        return null;
    }

    private static Problem At(YamlNode node, string name, string key, string message) =>
        new(name, (int)node.Start.Line, (int)node.Start.Column, key, message);
}
