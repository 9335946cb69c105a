using ActorLearning.Scenarios.Sweeps;

namespace ActorLearning.Reporting.Sweeps;

/// <summary>A sweep and what became of its runs.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsZip">Whether the axes go together instead of being crossed.</param>
/// <param name="Axes">The keys that take several values.</param>
/// <param name="Runs">The runs, in the order of the sweep's cells.</param>
public sealed record SweepOutcome(
    string Name, bool IsZip, IReadOnlyList<SweepAxis> Axes, IReadOnlyList<SweepRun> Runs)
{
    /// <summary>The axes that are settings: all but the seed.</summary>
    public IReadOnlyList<SweepAxis> Settings => [.. Axes.Where(axis => axis.Key != Sweep.Seed)];

    /// <summary>The runs that differ in nothing but the seed, together, in the order of the sweep.</summary>
    public IReadOnlyList<SweepGroup> Groups => [.. Runs
        .GroupBy(run => string.Join('\n', SettingsOf(run)))
        .Select(group => new SweepGroup(SettingsOf(group.First()), [.. group]))];

    /// <summary>The groups that ran to their end, the best mean accuracy first.</summary>
    public IReadOnlyList<SweepGroup> Ranked => [.. Groups.Where(group => group.Mean is not null)
        .OrderByDescending(group => group.Mean!.Value.Mean)];

    private string[] SettingsOf(SweepRun run) => [.. run.Values.Where((_, i) => Axes[i].Key != Sweep.Seed)];
}
