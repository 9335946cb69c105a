using System.Text.Json;
using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Robustness.Tests.KnownAnswers;

public sealed class AttackAnswerTests
{
    private static readonly IReadOnlyList<JsonElement> Cases = KnownAnswerFile.Cases("attacks.json");

    /// <summary>The name in the file, and the attack it stands for. A new attack is one line here.</summary>
    private static readonly Dictionary<string, Func<JsonElement, IAttack>> Known = new()
    {
        ["sign-flip"] = _ => new SignFlipAttack(),
        ["fall-of-empires"] = at => new FallOfEmpiresAttack(at.Number("epsilon")),
        ["alie"] = at => new LittleIsEnoughAttack(
            at.TryGetProperty("zFrom", out _) ? null : at.Number("z"), at.Whole("sign")),
        ["max"] = _ => new MaximumAttack(),
        ["mimic"] = at => new MimicAttack(at.Whole("target")),
        ["dissensus"] = at => new DissensusAttack(at.Number("epsilon")),
    };

    /// <summary>Attacks of the file that do not exist here: none.</summary>
    private static readonly string[] NotYet = [];

    public static TheoryData<string> Names => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_attack_gives_the_known_answers(string name)
    {
        var cases = Cases.Where(at => NameOf(at) == name).ToArray();

        Assert.NotEmpty(cases);
        foreach (var at in cases)
        {
            var honest = KnownAnswerFile.Models(at.GetProperty("honest"));
            var forged = new float[honest[0].Length];

            var attack = Known[name](at);
            var answer = attack.Forge(View(at, attack, honest), forged);

            Assert.Equal(Answer.Model, answer);
            KnownAnswerFile.Check(at, forged, $"{name}, {honest.Length} honest models");
        }
    }

    [Fact]
    public void Exactly_these_known_answers_are_not_checked_yet() =>
        Assert.Equal(NotYet, Cases.Select(NameOf).Distinct().Except(Known.Keys).Order(StringComparer.Ordinal));

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
            Random = Sample.Stream(1),
        };
    }

    private static string NameOf(JsonElement at) => at.GetProperty("attack").GetString()!;
}
