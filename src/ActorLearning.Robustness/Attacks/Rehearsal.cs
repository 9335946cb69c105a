using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Attacks;

/// <summary>The victim's aggregation in the hands of the attacker: how far does a lie move it?</summary>
/// <remarks>
/// Memory of one worker thread. What the victim's rule remembers of earlier rounds is not told: the rehearsal begins afresh. A
/// rule that draws does so from a stream of the attacker's, not from the victim's: its
/// rehearsal is one possible outcome.
/// </remarks>
public sealed class Rehearsal(AggregationWorkspace workspace)
{
    private float[][] models = [];
    private float[] lie = [];
    private float[] mean = [];
    private float[] result = [];
    private double[] weights = [];
    private readonly RehearsedLosses losses = new();
    private AggregationPipeline? pipeline;
    private (int Round, int Rounds) time;
    private (double[] Honest, double Accomplices) known;
    private int count;

    /// <summary>How many Byzantine models the victim assumes, b̂.</summary>
    public int AssumedByzantine { get; private set; }

    /// <summary>The lie that <see cref="Shift"/> tries: to be written.</summary>
    public Span<float> Lie => lie;

    /// <summary>Whose aggregation it is.</summary>
    /// <param name="victims">The victim's pipeline.</param>
    /// <param name="assumedByzantine">How many Byzantine models it assumes, b̂.</param>
    /// <param name="data">The losses of models on the victim's data; needed where its rule looks at them.</param>
    /// <param name="round">The round t, from 1; 0 outside a run.</param>
    /// <param name="rounds">Number of rounds T; 0 outside a run.</param>
    /// <param name="honestWeights">On a graph the victim's weight of each honest model; null: all count alike.</param>
    /// <param name="accompliceWeight">On a graph its weight of all Byzantine neighbours together.</param>
    public Rehearsal For(
        AggregationPipeline victims, int assumedByzantine, ILossOracle? data = null, int round = 0, int rounds = 0,
        double[]? honestWeights = null, double accompliceWeight = 0)
    {
        (pipeline, AssumedByzantine, time) = (victims, assumedByzantine, (round, rounds));
        known = (honestWeights ?? [], honestWeights is null ? double.NaN : accompliceWeight);
        losses.Turn(data);
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
        Weigh(honest.Length, copies);
        losses.Begin(models.AsSpan(0, 1 + honest.Length));
        CoordinateStatistics.Combine(honest, scale: 1, factor: 0, mean);
    }

    /// <summary>The victim's weights on a graph: of its own model, of the honest ones, of each copy of the lie.</summary>
    private void Weigh(int honest, int copies)
    {
        if (double.IsNaN(known.Accomplices) || known.Honest.Length != honest || copies == 0)
        {
            weights = [];
            return;
        }

        Array.Resize(ref weights, 1 + honest + copies);
        weights[0] = 1 - known.Honest.Sum() - known.Accomplices;
        known.Honest.CopyTo(weights, 1);
        weights.AsSpan(1 + honest).Fill(known.Accomplices / copies);
    }

    /// <summary>‖R − μ‖: how far from the honest mean the victim would end; 0 where it would refuse.</summary>
    public double Shift()
    {
        losses.ForgetLie();
        var input = new AggregationInput
        {
            Models = models.AsSpan(0, count),
            AssumedByzantine = AssumedByzantine,
            MixingWeights = weights,
            Losses = losses.Oracle,
            Round = time.Round,
            Rounds = time.Rounds,
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
