using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Robustness.Tests.Attacks;

/// <summary>An attack that forges a model, beside its definition from mean and unbiased deviation of a coordinate.</summary>
internal sealed record AttackCase(string Name, IAttack Attack, Func<double, double, double> Definition)
{
    /// <summary>Every such attack runs the shared laws once it stands here.</summary>
    public static readonly IReadOnlyList<AttackCase> All =
    [
        new("sign-flip", new SignFlipAttack(), (mean, _) => -mean),
        new("fall-of-empires(.1)", new FallOfEmpiresAttack(.1), (mean, _) => -.1 * mean),
        new("fall-of-empires(2)", new FallOfEmpiresAttack(2), (mean, _) => -2 * mean),
        new("alie(1.5, +)", new LittleIsEnoughAttack(1.5, 1), (mean, deviation) => mean + 1.5 * deviation),
        new("alie(.3, -)", new LittleIsEnoughAttack(.3, -1), (mean, deviation) => mean - .3 * deviation),
        new("alie(-2, -)", new LittleIsEnoughAttack(-2, -1), (mean, deviation) => mean + 2 * deviation),
    ];

    public static TheoryData<string> Names => [.. All.Select(attack => attack.Name)];

    public static AttackCase Of(string name) => All.Single(attack => attack.Name == name);

    public static AttackView View(float[][] honest) =>
        new() { Honest = honest, Learners = honest.Length + 2, Byzantine = 2, Random = Sample.Stream(1) };
}
