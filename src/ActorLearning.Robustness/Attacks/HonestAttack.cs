namespace ActorLearning.Robustness.Attacks;

/// <summary><c>honest</c>: answers with the mean of the honest models the victim pulled: a rest between attacks.</summary>
/// <remarks>A Byzantine learner has no data of its own, so this is the most honest answer it has.</remarks>
public sealed class HonestAttack : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.VictimPulls;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        CoordinateStatistics.Combine(view.Honest, scale: 1, factor: 0, forged);
        return Answer.Model;
    }
}
