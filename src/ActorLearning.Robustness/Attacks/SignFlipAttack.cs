using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Attacks;

/// <summary><c>sign-flip(of)</c>: −μ, minus the mean of the honest models the victim pulled; of=own: minus its own.</summary>
/// <remarks>
/// Li et al. 2020, per victim as in RPEL. A Byzantine learner has no data, so that its own honest model is the victim's
/// half-step model.
/// </remarks>
public sealed class SignFlipAttack(bool own = false) : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => own ? AdversaryKnowledge.VictimModel : AdversaryKnowledge.VictimPulls;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        if (own)
        {
            Vectors.Scale(-1, view.VictimModel, forged);
        }
        else
        {
            CoordinateStatistics.Combine(view.Honest, scale: -1, factor: 0, forged);
        }

        return Answer.Model;
    }
}
