using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Scenarios;

/// <summary>Byzantine learners that share a strategy.</summary>
/// <param name="Count">How many.</param>
/// <param name="Attack">The strategy.</param>
/// <param name="AttackText">The strategy as written.</param>
/// <param name="Placement">Which learners; null for a random choice.</param>
public sealed record ByzantineGroup(int Count, IAttack Attack, string AttackText, IReadOnlyList<int>? Placement);
