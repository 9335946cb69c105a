namespace ActorLearning.Robustness.Attacks;

/// <summary><c>random(range)</c>: uniform noise from −range to range in every coordinate.</summary>
public sealed class UniformAttack(double range) : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.Nothing;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        var random = view.Random;
        foreach (ref var value in forged)
        {
            value = (float)(range * (2 * random.NextDouble() - 1));
        }

        return Answer.Model;
    }
}
