namespace ActorLearning.Robustness.Attacks;

/// <summary><c>mimic(target)</c>: copies one fixed honest learner, which counts it more often than the others.</summary>
/// <remarks>Karimireddy et al. 2022.</remarks>
/// <param name="target">Its rank among the honest learners, from 0.</param>
public sealed class MimicAttack(int target) : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.Target;

    /// <inheritdoc/>
    public int Target => target;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        view.Honest[0].CopyTo(forged);
        return Answer.Model;
    }
}
