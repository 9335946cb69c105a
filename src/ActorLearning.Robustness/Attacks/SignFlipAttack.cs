namespace ActorLearning.Robustness.Attacks;

/// <summary><c>sign-flip</c>: −μ, minus the mean of the honest models the victim pulled.</summary>
/// <remarks>Li et al. 2020, per victim as in RPEL.</remarks>
public sealed class SignFlipAttack : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.VictimPulls;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        CoordinateStatistics.Combine(view.Honest, scale: -1, factor: 0, forged);
        return Answer.Model;
    }
}
