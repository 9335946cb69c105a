namespace ActorLearning.Robustness.Attacks;

/// <summary><c>infinite</c>: a model of the right length in which every value is ∞.</summary>
public sealed class InfiniteAttack : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.Nothing;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        forged.Fill(float.PositiveInfinity);
        return Answer.Model;
    }
}
