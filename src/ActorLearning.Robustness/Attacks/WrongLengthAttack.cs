namespace ActorLearning.Robustness.Attacks;

/// <summary><c>wrong-length</c>: a model that is one value too short.</summary>
public sealed class WrongLengthAttack : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.Nothing;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged) => Answer.OfLength(forged.Length - 1);
}
