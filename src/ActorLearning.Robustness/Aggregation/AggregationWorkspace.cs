using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>Memory of one worker thread for aggregations: grown on first use, then nothing is allocated.</summary>
public sealed class AggregationWorkspace(Scratch scratch)
{
    private const int MostNetworks = 16;

    private readonly Dictionary<int, SortingNetwork> networks = [];
    private readonly (Geometry, Geometry) geometries = (new(), new());
    private readonly (MixingMatrix, MixingMatrix) mixings = (new(), new());
    private float[][] finite = [];
    private float[][] points = [];
    private float[] zeros = [];
    private double[] shares = [];
    private int sharesCount;

    /// <summary>The thread's float memory.</summary>
    public Scratch Scratch { get; } = scratch;

    /// <summary>
    /// The weight each model got in the last aggregation; empty where the rule gives no weights to models: where it goes by
    /// coordinates, or stands behind a mixing step.
    /// </summary>
    public ReadOnlySpan<double> Shares => shares.AsSpan(0, sharesCount);

    internal Geometry Geometry { get; private set; } = null!;

    internal MixingMatrix Mixing { get; private set; } = null!;

    internal MixingMatrix Step { get; } = new();

    internal WeighingMemory Memory { get; } = new();

    private Geometry OtherGeometry { get; set; } = null!;

    private MixingMatrix OtherMixing { get; set; } = null!;

    /// <summary>Begins an aggregation: each buffer gets the part it had in the last one, and so is large enough for it.</summary>
    internal void Restart()
    {
        (Geometry, OtherGeometry) = geometries;
        (Mixing, OtherMixing) = mixings;
        Memory.Restart();
        sharesCount = 0;
    }

    internal Span<float[]> Finite(int count)
    {
        Array.Resize(ref finite, Math.Max(count, finite.Length));
        return finite.AsSpan(0, count);
    }

    internal Span<float[]> Points(int count)
    {
        Array.Resize(ref points, Math.Max(count, points.Length));
        return points.AsSpan(0, count);
    }

    /// <summary>The network that sorts so many values; large ones are built once and kept, a few of them.</summary>
    internal SortingNetwork NetworkFor(int values)
    {
        if (!networks.TryGetValue(values, out var network))
        {
            if (networks.Count == MostNetworks)
            {
                networks.Clear();
            }

            networks[values] = network = SortingNetwork.Of(values);
        }

        return network;
    }

    /// <summary>Notes the weights of the models.</summary>
    internal void Note(ReadOnlySpan<double> weights)
    {
        shares = shares.Length < weights.Length ? new double[weights.Length] : shares;
        weights.CopyTo(shares);
        sharesCount = weights.Length;
    }

    /// <summary>The origin as a model.</summary>
    internal float[] Zeros(int length)
    {
        zeros = zeros.Length == length ? zeros : new float[length];
        return zeros;
    }

    /// <summary>Puts the last step's matrix behind what was mixed so far and, where anybody still looks at them, carries the
    /// distances over.</summary>
    internal void Advance(bool first, bool needsDistances)
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
        if (!needsDistances)
        {
            return;
        }

        OtherGeometry.Transform(Geometry, Step);
        (Geometry, OtherGeometry) = (OtherGeometry, Geometry);
    }
}
