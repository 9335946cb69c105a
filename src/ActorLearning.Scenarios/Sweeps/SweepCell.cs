namespace ActorLearning.Scenarios.Sweeps;

/// <summary>One run of a sweep.</summary>
/// <param name="Values">The value of each axis, in the order of the axes.</param>
/// <param name="Scenario">What is run.</param>
public sealed record SweepCell(IReadOnlyList<string> Values, Scenario Scenario);
