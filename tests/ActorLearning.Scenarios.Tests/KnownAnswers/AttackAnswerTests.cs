using System.Text.Json;
using ActorLearning.Numerics;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Tests.KnownAnswers;

/// <summary>The lies that other implementations tell, by the names of the catalogue.</summary>
public sealed class AttackAnswerTests
{
    private static readonly IReadOnlyList<JsonElement> Cases = KnownAnswerFile.Cases("attacks.json");

    public static TheoryData<string> Names => [.. Cases.Select(NameOf).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_attack_gives_the_known_answers(string name)
    {
        foreach (var at in Cases.Where(at => NameOf(at) == name))
        {
            var honest = KnownAnswerFile.Models(at.GetProperty("honest"));
            var forged = new float[honest[0].Length];
            var attack = Known.Attacks.Make(TextOf(at), 0, (_, problem) => Assert.Fail($"{TextOf(at)}: {problem}"))!;

            var answer = attack.Forge(View(at, attack, honest), forged);

            Assert.Equal(Answer.Model, answer);
            KnownAnswerFile.Check(at, forged, $"{TextOf(at)}, {honest.Length} honest models");
        }
    }

    [Fact]
    public void There_are_answers_to_check() => Assert.Equal((6, 40), (Names.Count, Cases.Count));

    private static AttackView View(JsonElement at, IAttack attack, float[][] honest)
    {
        var isAutomatic = at.TryGetProperty("zFrom", out var numbers);
        float[] victim = at.TryGetProperty("victim", out var number) ? honest[number.GetInt32()] : [];
        float[][] seen = attack.Knowledge.HasFlag(AdversaryKnowledge.Target) ? [honest[attack.Target]]
            : [.. honest.Where(model => model != victim)];
        return new AttackView
        {
            Knowledge = attack.Knowledge,
            Honest = seen,
            VictimModel = victim,
            Accomplices = at.TryGetProperty("byzantineNeighbours", out var accomplices) ? accomplices.GetInt32() : 1,
            Learners = isAutomatic ? numbers.Whole("n") : honest.Length + 1,
            Byzantine = isAutomatic ? numbers.Whole("byzantine") : 1,
            Random = new RandomStream(1, StreamPurpose.Forging),
        };
    }

    private static string NameOf(JsonElement at) => at.GetProperty("attack").GetString()!;

    private static string TextOf(JsonElement at) => NameOf(at) == "alie" ? Little(at)
        : KnownAnswerFile.Text(at, NameOf(at), "epsilon", "target");

    private static string Little(JsonElement at)
    {
        var z = at.TryGetProperty("zFrom", out _) ? "auto" : at.GetProperty("z").GetRawText();
        return $"alie(z={z}, sign={(at.Whole("sign") > 0 ? "+" : "-")})";
    }
}
