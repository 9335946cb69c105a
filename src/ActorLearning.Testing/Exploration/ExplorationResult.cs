using ActorLearning.Testing.Promises;
using ActorLearning.Testing.Schedules;

namespace ActorLearning.Testing.Exploration;

/// <summary>What a search came to.</summary>
public sealed record ExplorationResult
{
    /// <summary>All schedules with up to so many departures were tried; −1: not even the plain one.</summary>
    public required int CompleteDepth { get; init; }

    /// <summary>
    /// Schedules tried in order; one that reaches a state known before counts, its known end is not played again.
    /// </summary>
    public required long Ordered { get; init; }

    /// <summary>Schedules tried at random.</summary>
    public required long Random { get; init; }

    /// <summary>Different states of the whole network met in the deepest search in order.</summary>
    public required long States { get; init; }

    /// <summary>Inputs taken by machines.</summary>
    public required long Steps { get; init; }

    /// <summary>The broken promise; null where every one was kept.</summary>
    public required Violation? Violation { get; init; }

    /// <summary>The shortest schedule found that breaks it; empty where none does.</summary>
    public required IReadOnlyList<ScheduleStep> Script { get; init; }
}
