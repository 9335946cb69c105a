namespace ActorLearning.Robustness.Attacks;

/// <summary><c>garbage</c>: random bits in a random length, among them NaN, infinities and denormal numbers.</summary>
/// <remarks>The length is uniform from 0 to twice a model's; beyond a model's length the values are 0.</remarks>
public sealed class GarbageAttack : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.Nothing;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        var random = view.Random;
        var length = random.NextBelow(2 * forged.Length + 1);
        foreach (ref var value in forged)
        {
            value = BitConverter.UInt32BitsToSingle(random.NextUInt32());
        }

        return Answer.OfLength(length);
    }
}
