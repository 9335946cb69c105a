namespace ActorLearning.Robustness.Attacks;

/// <summary><c>silent</c>: never answers a pull, so that the victim waits until its deadline.</summary>
public sealed class SilentAttack : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.Nothing;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged) => Answer.Silence;
}
