namespace ActorLearning.Robustness.Attacks;

/// <summary><c>alie(z, sign)</c>, "A little is enough": μ + sign · z · σ, a shift small enough to hide in the spread.</summary>
/// <remarks>Baruch et al. 2019. σ is the unbiased standard deviation of each coordinate; RPEL runs z = 1.5, sign +.</remarks>
public sealed class LittleIsEnoughAttack(double z, int sign) : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.VictimPulls;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        CoordinateStatistics.Combine(view.Honest, scale: 1, (float)(sign * z), forged);
        return Answer.Model;
    }
}
