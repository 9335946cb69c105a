namespace ActorLearning.Robustness.Attacks;

/// <summary>A Byzantine strategy: it forges one answer for each victim and exchange. Immutable, shared by all threads.</summary>
public interface IAttack
{
    /// <summary>What it must know; its view refuses anything else.</summary>
    AdversaryKnowledge Knowledge { get; }

    /// <summary>
    /// The honest learner it must know where it declares <see cref="AdversaryKnowledge.Target"/>: its rank among the honest ones.
    /// </summary>
    int Target => 0;

    /// <summary>The label it is about; null for none, or one it chooses for each victim.</summary>
    int? Label => null;

    /// <summary>
    /// Whether all accomplices tell one victim the same lie in an exchange, so that it is made once: true where the forgery
    /// depends on nothing that differs between them, such as the random stream.
    /// </summary>
    bool IsShared => false;

    /// <summary>
    /// The label it trains on in place of the right one. Asked only of an attack that declares
    /// <see cref="AdversaryKnowledge.OwnData"/>, which answers with the models it trains so and is never asked to forge.
    /// </summary>
    int Poison(int label, int classes) => label;

    /// <summary>Forges the answer to one victim.</summary>
    /// <param name="view">What the attacker knows.</param>
    /// <param name="forged">As long as a model, zero on entry: the model to answer with.</param>
    /// <returns>How the answer is given; <see cref="Answer.Model"/> sends <paramref name="forged"/> as it is.</returns>
    Answer Forge(in AttackView view, Span<float> forged);
}
