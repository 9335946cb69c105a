namespace ActorLearning.Scenarios.Sweeps;

/// <summary>Many runs that differ in some keys: every one of them valid by construction.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsZip">Whether the axes, the seed left out, go together instead of being crossed.</param>
/// <param name="Axes">The keys that take several values.</param>
/// <param name="Cells">The runs, the last axis moving fastest.</param>
public sealed record Sweep(string Name, bool IsZip, IReadOnlyList<SweepAxis> Axes, IReadOnlyList<SweepCell> Cells)
{
    /// <summary>The key whose values are repetitions, not settings.</summary>
    public const string Seed = "seed";
}
