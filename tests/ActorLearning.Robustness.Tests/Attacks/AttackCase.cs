using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Robustness.Tests.Attacks;

/// <summary>An attack that works coordinate by coordinate, beside its definition over the honest values of one.</summary>
internal sealed record AttackCase(string Name, IAttack Attack, Func<float[], double> Definition)
{
    /// <summary>One defined by mean and unbiased deviation.</summary>
    private AttackCase(string name, IAttack attack, Func<double, double, double> definition)
        : this(name, attack, values => definition(Mean(values), Deviation(values)))
    {
    }

    /// <summary>Every such attack runs the shared laws once it stands here.</summary>
    public static readonly IReadOnlyList<AttackCase> All =
    [
        new("sign-flip", new SignFlipAttack(), (mean, _) => -mean),
        new("fall-of-empires(.1)", new FallOfEmpiresAttack(.1), (mean, _) => -.1 * mean),
        new("fall-of-empires(2)", new FallOfEmpiresAttack(2), (mean, _) => -2 * mean),
        new("alie(1.5, +)", new LittleIsEnoughAttack(1.5, 1), (mean, deviation) => mean + 1.5 * deviation),
        new("alie(.3, -)", new LittleIsEnoughAttack(.3, -1), (mean, deviation) => mean - .3 * deviation),
        new("max", new MaximumAttack(), values => -values.Max(x => (double)x)),
        new("mimic(0)", new MimicAttack(0), values => values[0]),
        new("honest", new HonestAttack(), (mean, _) => mean),
        new("late(3)", new LateAttack(TimeSpan.FromSeconds(3)), (mean, _) => mean),
        new("duplicate", new RepeatedAttack(2), (mean, _) => -mean),
        new("flood(9)", new RepeatedAttack(9), (mean, _) => -mean),
        new("sign-flip(own)", new SignFlipAttack(own: true), values => -(double)values[0]),
        new("dissensus(1.5)", new DissensusAttack(1.5), values =>
            values[0] - 1.5 / 2 * values.Sum(x => (double)x - values[0])),
        new("alie(-2, -)", new LittleIsEnoughAttack(-2, -1), (mean, deviation) => mean + 2 * deviation),
    ];

    public static TheoryData<string> Names => [.. All.Select(attack => attack.Name)];

    public static AttackCase Of(string name) => All.Single(attack => attack.Name == name);

    /// <summary>What an attack of 2 on the learner with these peers knows; the victim's own model is the first of them.</summary>
    public static AttackView View(IAttack attack, float[][] honest) => new()
    {
        Knowledge = attack.Knowledge,
        Honest = honest,
        VictimModel = honest.Length > 0 ? honest[0] : [],
        Accomplices = 2,
        Learners = honest.Length + 2,
        Byzantine = 2,
        Random = Sample.Stream(1),
    };

    private static double Mean(float[] values) => values.Average(x => (double)x);

    private static double Deviation(float[] values) => values.Length == 1 ? 0
        : Math.Sqrt(values.Sum(x => (x - Mean(values)) * (x - Mean(values))) / (values.Length - 1));
}
