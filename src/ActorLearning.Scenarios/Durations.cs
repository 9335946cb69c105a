using System.Globalization;

namespace ActorLearning.Scenarios;

/// <summary>Times as scenarios write them: 20ms, 5s, 2m, 1h.</summary>
public static class Durations
{
    /// <summary>The longest time a scenario may state, in seconds.</summary>
    public const double LongestSeconds = 1e6;

    private static readonly (string Unit, double Seconds)[] Units = [("ms", .001), ("s", 1), ("m", 60), ("h", 3600)];

    /// <summary>A time of 0 to 1e6 s; null for anything else.</summary>
    public static TimeSpan? Parse(string text)
    {
        foreach (var (unit, seconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(
                    text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && value * seconds is >= 0 and <= LongestSeconds)
            {
                return TimeSpan.FromSeconds(value * seconds);
            }
        }

        return null;
    }

    /// <summary>A time in seconds or, where it is shorter, in milliseconds.</summary>
    public static string Text(TimeSpan time) => time == TimeSpan.MaxValue ? "never"
        : time.TotalSeconds is >= 1 or 0 ? $"{time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)}s"
        : $"{time.TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture)}ms";
}
