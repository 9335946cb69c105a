using ActorLearning.Reporting.Runs;

namespace ActorLearning.Reporting.Sweeps;

/// <summary>What became of one run of a sweep.</summary>
/// <param name="Values">The value of each axis.</param>
/// <param name="Run">What its folder tells; null where it failed.</param>
/// <param name="Failure">Why it failed; empty where it did not.</param>
public sealed record SweepRun(IReadOnlyList<string> Values, FinishedRun? Run, string Failure);
