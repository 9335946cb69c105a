using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Engine.Compute;

/// <summary>The memory of one worker thread: grown on first use, then nothing is allocated.</summary>
public sealed class Worker
{
    private float[][] vectors = [];

    /// <summary>Memory for training and evaluation.</summary>
    public Scratch Scratch { get; } = new();

    /// <summary>Memory for aggregation.</summary>
    public AggregationWorkspace Aggregation { get; }

    /// <summary>Memory for attackers that try their lies on a victim's aggregation.</summary>
    public Rehearsal Rehearsal { get; }

    /// <summary>A worker without memory yet.</summary>
    public Worker()
    {
        Aggregation = new AggregationWorkspace(Scratch);
        Rehearsal = new Rehearsal(Aggregation);
    }

    /// <summary>Room for so many vectors.</summary>
    public Span<float[]> Vectors(int count)
    {
        if (vectors.Length < count)
        {
            vectors = new float[count][];
        }

        return vectors.AsSpan(0, count);
    }
}
