namespace ActorLearning.Robustness.Attacks;

/// <summary><c>late(delay)</c>: an honest looking answer, the mean of the victim's pulls, held back for so long.</summary>
/// <remarks>What hurts is the waiting, and a deadline that lets the round go on without it.</remarks>
public sealed class LateAttack(TimeSpan delay) : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.VictimPulls;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        CoordinateStatistics.Combine(view.Honest, scale: 1, factor: 0, forged);
        return Answer.Model with { Delay = delay };
    }
}
