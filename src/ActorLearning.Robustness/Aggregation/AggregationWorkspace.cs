using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>Memory of one worker thread for aggregations: grown on first use, then nothing is allocated.</summary>
public sealed class AggregationWorkspace(Scratch scratch)
{
    private float[][] finite = [];
    private double[] weights = [];

    /// <summary>The thread's float memory.</summary>
    public Scratch Scratch { get; } = scratch;

    internal Geometry Geometry { get; private set; } = new();

    internal MixingMatrix Mixing { get; private set; } = new();

    internal MixingMatrix Step { get; } = new();

    private Geometry OtherGeometry { get; set; } = new();

    private MixingMatrix OtherMixing { get; set; } = new();

    internal Span<float[]> Finite(int count)
    {
        Array.Resize(ref finite, Math.Max(count, finite.Length));
        return finite.AsSpan(0, count);
    }

    internal Span<double> Weights(int count)
    {
        Array.Resize(ref weights, Math.Max(count, weights.Length));
        weights.AsSpan(0, count).Clear();
        return weights.AsSpan(0, count);
    }

    /// <summary>Puts the last step's matrix behind what was mixed so far and carries the distances over.</summary>
    internal void Advance(bool first)
    {
        if (first)
        {
            Mixing.Reset(Step.Columns, Step.Columns);
            for (var i = 0; i < Step.Columns; i++)
            {
                Mixing.Row(i)[i] = 1;
            }
        }

        OtherMixing.Compose(Step, Mixing);
        (Mixing, OtherMixing) = (OtherMixing, Mixing);
        OtherGeometry.Transform(Geometry, Step);
        (Geometry, OtherGeometry) = (OtherGeometry, Geometry);
    }
}
