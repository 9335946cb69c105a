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
        ["alie"] = at => new LittleIsEnoughAttack(at.Number("z"), at.Whole("sign")),
    };

    /// <summary>Attacks of the file that do not exist here yet. Whoever adds one takes it out.</summary>
    private static readonly string[] NotYet = ["dissensus", "max", "mimic"];

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

            var answer = Known[name](at).Forge(new AttackView
            {
                Honest = honest, Learners = honest.Length + 1, Byzantine = 1, Random = Sample.Stream(1),
            }, forged);

            Assert.Equal(Answer.Model, answer);
            KnownAnswerFile.Check(at, forged, $"{name}, {honest.Length} honest models");
        }
    }

    [Fact]
    public void Exactly_these_known_answers_are_not_checked_yet() =>
        Assert.Equal(NotYet, Cases.Select(NameOf).Distinct().Except(Known.Keys).Order(StringComparer.Ordinal));

    private static string NameOf(JsonElement at) => at.GetProperty("attack").GetString()!;
}
