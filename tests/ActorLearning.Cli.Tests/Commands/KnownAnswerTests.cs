using System.Globalization;
using System.Text.Json;

namespace ActorLearning.Cli.Tests.Commands;

/// <summary>What other implementations compute comes out of the two commands that are there to compare with them.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class KnownAnswerTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public static TheoryData<string> Rules => [.. Cases("rules").Select(at => Word(at, "rule")).Distinct()];

    public static TheoryData<string> Attacks => [.. Cases("attacks").Select(at => Word(at, "attack")).Distinct()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Aggregate_prints_the_known_answers(string name) => Assert.All(
        Cases("rules").Where(at => Word(at, "rule") == name), at => Check(at, "vectors",
        [
            "aggregate", "--byzantine", Raw(at, "byzantine"), "--rule", name switch
            {
                "krum-byzfl" => "krum(neighbours=m-f-1)",
                "centred-clipping" => $"{name}(radius={Raw(at, "radius")}, iterations={Raw(at, "iterations")})",
                _ => name,
            },
            .. at.TryGetProperty("weights", out var weights)
                ? (string[])["--weights", Line(weights), "--byzantine-weight", Raw(at, "byzantineWeight")] : [],
        ]));

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Forge_prints_the_known_answers(string name) => Assert.All(
        Cases("attacks").Where(at => Word(at, "attack") == name && !IsWithoutLiars(at)), at =>
        {
            var accomplices = at.TryGetProperty("byzantineNeighbours", out var beside) ? beside.GetInt32() : 1;
            var (learners, byzantine) = at.TryGetProperty("zFrom", out var numbers)
                ? (Raw(numbers, "n"), Raw(numbers, "byzantine"))
                : ($"{at.GetProperty("honest").GetArrayLength() + accomplices}", $"{accomplices}");
            Check(at, "honest",
            [
                "forge", "--learners", learners, "--byzantine", byzantine, "--attack", name switch
                {
                    "alie" => $"alie(z={(at.TryGetProperty("zFrom", out _) ? "auto" : Raw(at, "z"))}, "
                        + $"sign={(at.GetProperty("sign").GetInt32() > 0 ? "+" : "-")})",
                    "mimic" => $"mimic(target={Raw(at, "target")})",
                    "fall-of-empires" or "dissensus" => $"{name}(epsilon={Raw(at, "epsilon")})",
                    _ => name,
                },
                .. at.TryGetProperty("victim", out var victim) ? (string[])["--victim", victim.GetRawText()] : [],
            ]);
        });

    public void Dispose() => File.Delete(file);

    /// <summary>A forgery by nobody, which the command refuses.</summary>
    private static bool IsWithoutLiars(JsonElement at) =>
        at.TryGetProperty("zFrom", out var numbers) && Raw(numbers, "byzantine") == "0";

    private static IEnumerable<JsonElement> Cases(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(
        Repository.Root, "tests/ActorLearning.Scenarios.Tests/vectors", $"{name}.json")))
        .RootElement.GetProperty("cases").EnumerateArray();

    private void Check(JsonElement at, string vectors, string[] command)
    {
        File.WriteAllLines(file, at.GetProperty(vectors).EnumerateArray().Select(Line));

        var (exit, output, error) = Outcome.Of([.. command, "--input", file]);

        Assert.Equal((0, ""), (exit, error));
        var printed = output.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        var expected = at.GetProperty("expected").EnumerateArray().Select(x => x.GetDouble()).ToArray();
        Assert.Equal(expected.Length, printed.Length);
        Assert.All(expected.Zip(printed), pair =>
            Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1e-6 + 1e-5 * Math.Abs(pair.First)));
    }

    private static string Line(JsonElement numbers) =>
        string.Join(',', numbers.EnumerateArray().Select(number => number.GetRawText()));

    private static string Raw(JsonElement at, string name) => at.GetProperty(name).GetRawText();

    private static string Word(JsonElement at, string name) => at.GetProperty(name).GetString()!;
}
