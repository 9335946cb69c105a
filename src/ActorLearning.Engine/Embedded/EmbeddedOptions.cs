using ActorLearning.Engine.Checkpoints;
using ActorLearning.Engine.Explanations;
using ActorLearning.Protocol;

namespace ActorLearning.Engine.Embedded;

/// <summary>How the embedded engine uses the machine. Nothing here changes a result.</summary>
public sealed record EmbeddedOptions
{
    /// <summary>Worker threads.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether model buffers are filled with NaN as soon as they are free, to catch whoever still reads one.</summary>
    public bool PoisonFreeBuffers { get; init; }

    /// <summary>
    /// Where checkpoints go, as often as the scenario says and when a run is ended early; null: there are none.
    /// </summary>
    public ICheckpointStore? Checkpoints { get; init; }

    /// <summary>Who is to be told of an aggregation.</summary>
    internal AggregationWatch? Watch { get; init; }

    /// <summary>The wall clock, by which checkpoints of every few minutes go.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Asked before each step of the run: how tests have checkpoints written in the middle of a round.</summary>
    internal Func<bool>? WantsCheckpoint { get; init; }

    /// <summary>Effects of learners that get lost on the way: how tests hold up a round.</summary>
    internal Func<LearnerId, Effect, bool>? IsLost { get; init; }
}
