namespace ActorLearning.Scenarios.Sweeps;

/// <summary>A key that takes several values in a sweep.</summary>
/// <param name="Key">The key's dotted path.</param>
/// <param name="Values">Its values in the order of the file, as text.</param>
public sealed record SweepAxis(string Key, IReadOnlyList<string> Values);
