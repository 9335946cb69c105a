using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace ActorLearning.Scenarios.Reading;

/// <summary>One mapping of a scenario: hands out checked values and reports what is wrong with where it stands.</summary>
/// <param name="name">The section's name in the table of keys; empty for the top.</param>
/// <param name="path">What problems call it; differs from the name in a list.</param>
/// <param name="node">The mapping; null where the section is left out.</param>
/// <param name="log">Receives problems and the values that were read.</param>
internal sealed class ScenarioSection(string name, string path, YamlMappingNode? node, ReadingLog log)
{
    /// <summary>Reports every key that the table does not know.</summary>
    public void RefuseUnknownKeys()
    {
        var known = ScenarioKeys.NamesIn(name);
        foreach (var key in node?.Children.Keys ?? [])
        {
            var text = key is YamlScalarNode scalar ? scalar.Value ?? "" : key.ToString();
            if (!known.Contains(text))
            {
                log.Report(key, FullPath(text), $"unknown key{Nearest.Hint(text, known)} (known: {string.Join(", ", known)})");
            }
        }
    }

    /// <summary>The node of a key; null where it is left out.</summary>
    public YamlNode? Node(string key) => node?.Children.FirstOrDefault(pair => (pair.Key as YamlScalarNode)?.Value == key).Value;

    /// <summary>A key's text, or its default; null where it is missing or not text, which is then reported.</summary>
    public string? Text(string key)
    {
        var declared = Declared(key);
        var found = Node(key);
        if (found is null || (found is YamlScalarNode { Value: null or "" } && declared.Default is not null))
        {
            log.Read(FullPath(key), declared.Default ?? "");
            if (declared.Default is null)
            {
                log.Report(node, FullPath(key), $"is missing. {declared.Meaning}");
            }

            return declared.Default;
        }

        if (found is YamlScalarNode { Value: { Length: > 0 } value })
        {
            log.Read(FullPath(key), value);
            return value;
        }

        var way = found is YamlSequenceNode ? "; a list of values is for actorlearning sweep" : "";
        log.Report(found, FullPath(key), $"is {Describe(found)}, not a single value{way}. {declared.Meaning}");
        return null;
    }

    /// <summary>A whole number in the key's range.</summary>
    public long? Whole(string key) => Text(key) is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? InRange(key, value, text) ? Noted(key, value) : null
            : Refuse<long>(key, $"{text} is not a whole number{WayOut(text)}");

    /// <summary>A number in the key's range.</summary>
    public double? Number(string key) => Text(key) is { } text && Number(key, text, Node(key)) is { } value
        ? Noted(key, value) : null;

    /// <summary>A number in the key's range, from a text of its own.</summary>
    public double? Number(string key, string text, YamlNode? at) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? InRange(key, value, text, at) ? value : null
            : Refuse<double>(key, $"{text} is not a number{WayOut(text)}", at);

    /// <summary>One of the key's words.</summary>
    public string? Word(string key)
    {
        var words = Declared(key).Words;
        return Text(key) is not { } text ? null : words.Contains(text) ? text : RefuseWord(key, text, words);
    }

    /// <summary>A whole number; null for the key's word, and for what is neither, which is reported.</summary>
    public int? WholeOrWord(string key)
    {
        var words = Declared(key).Words;
        return Text(key) is not { } text || words.Contains(text) ? null
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? InRange(key, value, text) ? Noted(key, value) : null
                : Refuse<int>(
                    key, $"{text} is neither a whole number nor {string.Join(" or ", words)}{Nearest.Hint(text, words)}");
    }

    /// <summary>A whole number or a time; null where it is neither, which is reported.</summary>
    public (int? Number, TimeSpan? Time)? WholeOrDuration(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return InRange(key, number, text) ? (number, null) : null;
        }

        return TimeOf(text) is { } time ? (null, time) : Refuse<(int?, TimeSpan?)>(
            key, $"{text} is neither a whole number nor a time; write 10, or a positive number with ms, s, m or h, as in 5m");
    }

    /// <summary>A time such as 5s, 200ms, 2m or 1h.</summary>
    public TimeSpan? Duration(string key) => Text(key) is not { } text ? null : TimeOf(text)
        ?? Refuse<TimeSpan>(key, $"{text} is not a time; write a positive number with ms, s, m or h, as in 5s");

    private static TimeSpan? TimeOf(string text) => Durations.Parse(text) is { Ticks: > 0 } time ? time : null;

    /// <summary>Notes the value of a key that is not a single one.</summary>
    public void Note(string key, string value) => log.Read(FullPath(key), value);

    /// <summary>Reports a problem with a key at its place.</summary>
    public void Report(string key, string message, int offset = 0) =>
        log.Report(Node(key) ?? node, FullPath(key), message, offset);

    /// <summary>Reports a problem with a key at a node inside its value.</summary>
    public void Report(YamlNode at, string key, string message, int offset = 0) => log.Report(at, FullPath(key), message, offset);

    /// <summary>Notes a number by its value: 0.1 and 0.10 are the same scenario.</summary>
    private T Noted<T>(string key, T value) where T : IFormattable
    {
        Note(key, value.ToString(null, CultureInfo.InvariantCulture));
        return value;
    }

    private T? Refuse<T>(string key, string message, YamlNode? at = null) where T : struct
    {
        log.Report(at ?? Node(key), FullPath(key), message);
        return null;
    }

    private string? RefuseWord(string key, string text, IReadOnlyList<string> words)
    {
        Report(key, $"{text} is not one of {string.Join(", ", words)}{Nearest.Hint(text, words)}");
        return null;
    }

    private bool InRange(string key, double value, string text, YamlNode? at = null)
    {
        var declared = Declared(key);
        if (value >= declared.Least && value <= declared.Most)
        {
            return true;
        }

        var (least, most) = (Invariant(declared.Least), Invariant(declared.Most));
        var allowed = declared.Least == declared.Most ? $"only {least} in this version"
            : double.IsInfinity(declared.Most) ? $"{least} or more" : $"{least} to {most}";
        log.Report(at ?? Node(key), FullPath(key), $"{text} is out of range; allowed: {allowed}");
        return false;
    }

    private ScenarioKey Declared(string key) => ScenarioKeys.Of(name.Length == 0 ? key : $"{name}.{key}");

    private string FullPath(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string Invariant(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Describe(YamlNode? node) => node switch
    {
        YamlMappingNode => "a mapping",
        YamlSequenceNode => "a list",
        _ => "empty",
    };

    /// <summary>What whoever writes a range may be after.</summary>
    private static string WayOut(string text) =>
        text.Contains("..", StringComparison.Ordinal) ? "; a range is for actorlearning sweep" : "";
}
