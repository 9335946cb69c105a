namespace ActorLearning.Robustness.Attacks;

/// <summary><c>gaussian(sigma)</c>: normal noise around 0 in every coordinate.</summary>
public sealed class GaussianAttack(double sigma) : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.Nothing;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        var random = view.Random;
        foreach (ref var value in forged)
        {
            value = (float)(sigma * random.NextNormal());
        }

        return Answer.Model;
    }
}
