using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Attacks;

/// <summary>The victim's aggregation in the hands of the attacker: how far does a lie move it?</summary>
/// <remarks>
/// Memory of one worker thread. A rule that draws does so from a stream of the attacker's, not from the victim's: its
/// rehearsal is one possible outcome.
/// </remarks>
public sealed class Rehearsal(AggregationWorkspace workspace)
{
    private float[][] models = [];
    private float[] lie = [];
    private float[] mean = [];
    private float[] result = [];
    private AggregationPipeline? pipeline;
    private int count;

    /// <summary>How many Byzantine models the victim assumes, b̂.</summary>
    public int AssumedByzantine { get; private set; }

    /// <summary>The lie that <see cref="Shift"/> tries: to be written.</summary>
    public Span<float> Lie => lie;

    /// <summary>Whose aggregation it is.</summary>
    public Rehearsal For(AggregationPipeline victims, int assumedByzantine)
    {
        (pipeline, AssumedByzantine) = (victims, assumedByzantine);
        return this;
    }

    /// <summary>The victim's models: its own, the honest ones, and the lie so many times.</summary>
    public void Begin(ReadOnlySpan<float> own, ReadOnlySpan<float[]> honest, int copies)
    {
        if (lie.Length != own.Length)
        {
            (lie, mean, result) = (new float[own.Length], new float[own.Length], new float[own.Length]);
            models = [];
        }

        count = 1 + honest.Length + copies;
        if (models.Length < count)
        {
            models = new float[count][];
            models[0] = new float[own.Length];
        }

        own.CopyTo(models[0]);
        honest.CopyTo(models.AsSpan(1));
        models.AsSpan(1 + honest.Length, copies).Fill(lie);
        CoordinateStatistics.Combine(honest, scale: 1, factor: 0, mean);
    }

    /// <summary>‖R − μ‖: how far from the honest mean the victim would end; 0 where it would refuse.</summary>
    public double Shift()
    {
        var input = new AggregationInput
        {
            Models = models.AsSpan(0, count),
            AssumedByzantine = AssumedByzantine,
            Random = new RandomStream(0, StreamPurpose.Forging),
        };
        try
        {
            pipeline!.Aggregate(input, result, workspace);
        }
        catch (AggregationRefusedException)
        {
            return 0;
        }

        var shift = Math.Sqrt(Distances.Squared(result, mean));
        return double.IsFinite(shift) ? shift : 0;
    }
}
