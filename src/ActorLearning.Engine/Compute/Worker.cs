using ActorLearning.Engine.Preparation;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Engine.Compute;

/// <summary>The memory of one worker thread: grown on first use, then nothing is allocated.</summary>
public sealed class Worker
{
    private float[][] vectors = [];
    private double[] weights = [];
    private BatchLoss? losses;
    private VictimExamples? examples;

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

    /// <summary>Room for so many mixing weights.</summary>
    public Span<double> Weights(int count)
    {
        if (weights.Length < count)
        {
            weights = new double[count];
        }

        return weights.AsSpan(0, count);
    }

    /// <summary>What an attacker trains its lies for a victim with; good until the next call.</summary>
    public IVictimExamples ExamplesOf(RunSetup setup, LearnerId victim)
    {
        examples ??= new VictimExamples(Scratch);
        examples.Turn(setup, victim);
        return examples;
    }

    /// <summary>The loss of models on a learner's own examples in a round; good until the next call.</summary>
    public ILossOracle LossesOf(RunSetup setup, LearnerId learner, Round round, float[] trainingState)
    {
        losses ??= new BatchLoss(Scratch);
        losses.Turn(setup, learner, round, trainingState);
        return losses;
    }
}
