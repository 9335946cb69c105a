namespace ActorLearning.Robustness.Attacks;

/// <summary><c>alie(z, sign, of)</c>, "A little is enough": μ + sign · z · σ, too small a shift to stand out.</summary>
/// <remarks>
/// Baruch et al. 2019. σ is the unbiased standard deviation of each coordinate; RPEL runs z = 1.5, sign +. z = auto is Baruch's
/// own z of the run's numbers of learners, see <see cref="AutomaticDeviations"/>; the paper has it with sign −.
/// </remarks>
/// <param name="z">Standard deviations; null for auto.</param>
/// <param name="sign">1 or −1.</param>
/// <param name="all">Whether μ and σ are those of all honest models; else of those the victim pulled.</param>
public sealed class LittleIsEnoughAttack(double? z, int sign, bool all = false) : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => all ? AdversaryKnowledge.AllHonest : AdversaryKnowledge.VictimPulls;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        var deviations = z ?? AutomaticDeviations.Of(view.Learners, view.Byzantine);
        CoordinateStatistics.Combine(view.Honest, scale: 1, (float)(sign * deviations), forged);
        return Answer.Model;
    }
}
