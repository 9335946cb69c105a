using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Scenarios;

/// <summary>Which attack is made in which round.</summary>
/// <param name="steps">First rounds, ascending from 0, and the attack from there on.</param>
public sealed class AttackSchedule(IReadOnlyList<(int From, IAttack Attack)> steps)
{
    /// <summary>First rounds, ascending from 0, and the attack from there on.</summary>
    public IReadOnlyList<(int From, IAttack Attack)> Steps { get; } = steps;

    /// <summary>One attack in all rounds.</summary>
    public static AttackSchedule Constant(IAttack attack) => new([(0, attack)]);

    /// <summary>The attack of a round.</summary>
    public IAttack At(int round)
    {
        var current = Steps[0].Attack;
        foreach (var (from, attack) in Steps)
        {
            current = from <= round ? attack : current;
        }

        return current;
    }
}
