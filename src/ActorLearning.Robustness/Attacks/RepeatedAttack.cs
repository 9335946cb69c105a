namespace ActorLearning.Robustness.Attacks;

/// <summary><c>duplicate</c>, <c>flood(n)</c>: −μ, sent several times; whoever counted each of them would be outvoted.</summary>
/// <param name="copies">How often it is sent in all.</param>
public sealed class RepeatedAttack(int copies) : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.VictimPulls;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        CoordinateStatistics.Combine(view.Honest, scale: -1, factor: 0, forged);
        return Answer.Model with { Repeats = copies - 1 };
    }
}
