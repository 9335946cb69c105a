namespace ActorLearning.Robustness.Attacks;

/// <summary>An attack looked at something it had not declared: a mistake in the attack.</summary>
/// <param name="wanted">What it looked at; one of the parts is enough.</param>
/// <param name="declared">What it declared.</param>
public sealed class UndeclaredKnowledgeException(AdversaryKnowledge wanted, AdversaryKnowledge declared)
    : InvalidOperationException(
        $"an attack that declares the knowledge {declared} looked at {wanted}; "
        + $"add it to {nameof(IAttack)}.{nameof(IAttack.Knowledge)}");
