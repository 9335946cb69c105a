namespace ActorLearning.Testing.Exploration;

/// <summary>How far a search goes.</summary>
public sealed record ExplorationSettings
{
    /// <summary>More learners than this have too many schedules to try all of any depth; only random ones are tried.</summary>
    public const int MostLearnersTriedExhaustively = 8;

    /// <summary>
    /// How often a schedule may depart from the plain one: all schedules with up to so many departures are tried, fewest first.
    /// </summary>
    public int Depth { get; init; } = 2;

    /// <summary>Schedules tried at most in order, and then so many at random.</summary>
    public long Schedules { get; init; } = 20_000;

    /// <summary>Seed of the random schedules.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Stop after so many inputs; null: no limit. For measurements.</summary>
    public long? MostSteps { get; init; }
}
