namespace ActorLearning.Robustness.Attacks;

/// <summary><c>label-flip</c>: keeps to the protocol like an honest learner and trains on labels y → C−1−y.</summary>
/// <remarks>Data poisoning: the models it answers with are its own, trained, pulled and aggregated by the rules.</remarks>
public sealed class LabelFlipAttack : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.OwnData;

    /// <inheritdoc/>
    public int Poison(int label, int classes) => classes - 1 - label;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged) =>
        throw new InvalidOperationException("label-flip answers with the model it has trained and forges nothing");
}
