namespace ActorLearning.Robustness.Attacks;

/// <summary>A Byzantine strategy: it forges one answer for each victim and exchange. Immutable, shared by all threads.</summary>
public interface IAttack
{
    /// <summary>What it must know.</summary>
    AdversaryKnowledge Knowledge { get; }

    /// <summary>
    /// Whether all accomplices tell one victim the same lie in an exchange, so that it is made once: true where the forgery
    /// depends on nothing but the honest models.
    /// </summary>
    bool IsShared => false;

    /// <summary>Forges the answer to one victim.</summary>
    /// <param name="view">What the attacker knows.</param>
    /// <param name="forged">As long as a model, zero on entry: the model to answer with.</param>
    /// <returns>How the answer is given; <see cref="Answer.Model"/> sends <paramref name="forged"/> as it is.</returns>
    Answer Forge(in AttackView view, Span<float> forged);
}
