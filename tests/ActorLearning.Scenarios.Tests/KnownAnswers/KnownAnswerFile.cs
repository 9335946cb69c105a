using System.Text.Json;

namespace ActorLearning.Scenarios.Tests.KnownAnswers;

/// <summary>Answers of other implementations, computed in double, as data in vectors/*.json.</summary>
internal static class KnownAnswerFile
{
    private const double Relative = 1e-5;
    private const double Absolute = 1e-6;

    public static IReadOnlyList<JsonElement> Cases(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "vectors", name);
        return [.. JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path)).GetProperty("cases").EnumerateArray()];
    }

    public static float[][] Models(JsonElement vectors) =>
        [.. vectors.EnumerateArray().Select(vector => vector.EnumerateArray().Select(x => (float)x.GetDouble()).ToArray())];

    /// <summary>A name of the file as the catalogue has it, and the options that stand beside it in a case.</summary>
    public static string Text(JsonElement at, string name, params string[] options)
    {
        string[] given =
        [
            .. options.Where(option => at.TryGetProperty(option, out _))
                .Select(option => $"{option}={at.GetProperty(option).GetRawText()}"),
        ];
        return given.Length == 0 ? name : $"{name}({string.Join(", ", given)})";
    }

    public static int Whole(this JsonElement at, string name) => at.GetProperty(name).GetInt32();

    public static double Number(this JsonElement at, string name) => at.GetProperty(name).GetDouble();

    /// <summary>Compares with a case's expected values.</summary>
    public static void Check(JsonElement at, float[] actual, string where)
    {
        var expected = at.GetProperty("expected").EnumerateArray().Select(x => x.GetDouble()).ToArray();
        Assert.Equal(expected.Length, actual.Length);
        for (var k = 0; k < expected.Length; k++)
        {
            Assert.True(
                Math.Abs(expected[k] - actual[k]) <= Absolute + Relative * Math.Abs(expected[k]),
                $"{where}, value {k}: expected {expected[k]:R}, got {actual[k]:R}");
        }
    }
}
