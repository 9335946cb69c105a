namespace ActorLearning.Robustness.Attacks;

/// <summary><c>nan</c>: a model of the right length in which every value is NaN.</summary>
public sealed class NotANumberAttack : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.Nothing;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        forged.Fill(float.NaN);
        return Answer.Model;
    }
}
