using System.Globalization;
using System.Text.RegularExpressions;

namespace ActorLearning.Benchmarks;

/// <summary>A table of times as both sides print it: a name, then least and median milliseconds.</summary>
public static partial class PeerTable
{
    /// <summary>One line of it.</summary>
    public static string Line(string name, double least, double median) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-44} {least,10:F3} {median,10:F3}");

    /// <summary>The least milliseconds by name; lines that are no such line are passed over.</summary>
    public static IReadOnlyDictionary<string, double> Read(IEnumerable<string> lines)
    {
        var least = new Dictionary<string, double>();
        foreach (var line in lines)
        {
            if (Row().Match(line) is { Success: true } row)
            {
                least[row.Groups["name"].Value] = double.Parse(row.Groups["least"].Value, CultureInfo.InvariantCulture);
            }
        }

        return least;
    }

    [GeneratedRegex(@"^(?<name>\S.*?)\s+(?<least>[0-9]+\.[0-9]+)\s+[0-9]+\.[0-9]+\s*$")]
    private static partial Regex Row();
}
