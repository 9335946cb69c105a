using System.Globalization;
using ActorLearning.Scenarios.Faults;

namespace ActorLearning.Scenarios.Catalogue;

/// <summary>The checked arguments of one call: every option has a value that its range allows.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> values;
    private readonly IReadOnlyList<string> repeated;

    private Arguments(Dictionary<string, string> values, IReadOnlyList<string> repeated) =>
        (this.values, this.repeated) = (values, repeated);

    /// <summary>The values of the repeating option.</summary>
    public IReadOnlyList<int> Repeated => [.. repeated.Select(value => (int)double.Parse(value, CultureInfo.InvariantCulture))];

    /// <summary>The learners the repeating option names.</summary>
    public IReadOnlyList<LearnerPart> RepeatedLearners => [.. repeated.Select(value => LearnerPart.Parse(value)!.Value)];

    /// <summary>Whether an option without a default was given.</summary>
    public bool Has(string option) => values.ContainsKey(option);

    /// <summary>A numeric option.</summary>
    public double Number(string option) => double.Parse(values[option], CultureInfo.InvariantCulture);

    /// <summary>A numeric option, or null where a word stands in its place.</summary>
    public double? NumberOrWord(string option) =>
        double.TryParse(values[option], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A whole option.</summary>
    public int Whole(string option) => (int)Number(option);

    /// <summary>An option that is one of a few words.</summary>
    public string Word(string option) => values[option];

    /// <summary>An option that is a time; null where it was left out.</summary>
    public TimeSpan? Time(string option) => values.TryGetValue(option, out var text) ? Durations.Parse(text) : null;

    /// <summary>An option that names learners, its word standing for the coordinator; null where it was left out.</summary>
    public LearnerPart? Learners(string option) =>
        values.TryGetValue(option, out var text)
            ? LearnerPart.Parse(text) ?? new LearnerPart(LearnerPart.Coordinator, LearnerPart.Coordinator) : null;

    /// <summary>Binds a call to the options of an entry; problems go to <paramref name="report"/> with their offset.</summary>
    /// <returns>Null if there were problems.</returns>
    public static Arguments? Bind(Call call, IReadOnlyList<Option> options, Action<int, string> report)
    {
        var (values, repeated, refused) = (new Dictionary<string, string>(), new List<string>(), new HashSet<string>());
        var position = 0;
        foreach (var (name, value, offset) in call.Arguments)
        {
            var option = name is null
                ? (position < options.Count ? options[options[position].Repeats ? position : position++] : null)
                : options.FirstOrDefault(candidate => candidate.Name == name);
            var problem = option is null
                ? Unknown(call.Name, name ?? value, options, isNamed: name is not null)
                : option.Refusal(value)
                ?? (!option.Repeats && values.ContainsKey(option.Name) ? $"{option.Name} is given twice" : null);
            if (problem is not null)
            {
                report(offset, problem);
                refused.Add(option?.Name ?? "");
            }
            else if (option!.Repeats)
            {
                repeated.Add(value);
            }
            else
            {
                values[option.Name] = value;
            }
        }

        var asked = options.Where(option => !refused.Contains(option.Name));
        return Complete(call, asked, values, repeated, report) && refused.Count == 0 ? new Arguments(values, repeated) : null;
    }

    private static bool Complete(
        Call call, IEnumerable<Option> options, Dictionary<string, string> values, List<string> repeated,
        Action<int, string> report)
    {
        var isGood = true;
        foreach (var option in options)
        {
            var isGiven = option.Repeats ? repeated.Count > 0 : values.ContainsKey(option.Name);
            if (isGiven || option.IsOptional)
            {
                continue;
            }

            if (option.Default is null)
            {
                report(call.Offset, $"{call.Name} needs {option.Name}: {option.Meaning}");
                isGood = false;
            }
            else
            {
                values[option.Name] = option.Default;
            }
        }

        return isGood;
    }

    private static string Unknown(string call, string name, IReadOnlyList<Option> options, bool isNamed)
    {
        var names = options.Select(option => option.Name).ToList();
        return names.Count == 0 ? $"{call} has no options, so no {name}"
            : !isNamed ? $"{call} has no place for {name} (known: {string.Join(", ", names)})"
            : $"{call} has no option {name}{Nearest.Hint(name, names)} (known: {string.Join(", ", names)})";
    }
}
