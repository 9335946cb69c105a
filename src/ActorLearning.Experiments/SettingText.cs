using System.Collections;
using System.Globalization;
using ActorLearning.Scenarios;

namespace ActorLearning.Experiments;

/// <summary>Values of C# as the text of a scenario writes them.</summary>
internal static class SettingText
{
    public static string Of(object value) => value switch
    {
        null => throw new ArgumentNullException(nameof(value), "A key that is not set has its default; null is no value."),
        string text => text.StartsWith('{') || text.StartsWith('[') ? text : Quoted(text),
        bool isSo => isSo ? "yes" : "no",
        TimeSpan time => Durations.Text(time),
        IDictionary steps =>
            $"{{{string.Join(", ", steps.Keys.Cast<object>().Select(key => $"{Of(key)}: {Of(steps[key]!)}"))}}}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Of))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} is no value of a scenario; write it as text."),
    };

    /// <summary>A text is one value, whatever colons and commas are in it.</summary>
    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
