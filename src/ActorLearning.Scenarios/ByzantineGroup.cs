namespace ActorLearning.Scenarios;

/// <summary>Byzantine learners that share a strategy.</summary>
/// <param name="Count">How many.</param>
/// <param name="Attacks">The strategy, round by round.</param>
/// <param name="AttackText">The strategy as written.</param>
/// <param name="Placement">Which learners, at first; null for a random choice.</param>
/// <param name="Rotate">Rounds until other learners take the role; 0: never. All groups that rotate do so together.</param>
public sealed record ByzantineGroup(
    int Count, AttackSchedule Attacks, string AttackText, IReadOnlyList<int>? Placement, int Rotate = 0);
