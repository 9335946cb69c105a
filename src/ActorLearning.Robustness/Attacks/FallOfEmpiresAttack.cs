namespace ActorLearning.Robustness.Attacks;

/// <summary><c>fall-of-empires(epsilon)</c>: −ε μ.</summary>
/// <remarks>Xie et al. 2020; RPEL runs ε = 2.</remarks>
public sealed class FallOfEmpiresAttack(double epsilon) : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.VictimPulls;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        CoordinateStatistics.Combine(view.Honest, scale: (float)-epsilon, factor: 0, forged);
        return Answer.Model;
    }
}
