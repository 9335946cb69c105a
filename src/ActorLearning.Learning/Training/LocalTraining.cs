using System.Buffers;
using ActorLearning.Learning.Data;
using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Training;

/// <summary>The local half of a round: a few momentum steps on batches of one's own shard.</summary>
/// <remarks>Batches are drawn from the stream (seed, learner, round, step): nothing to store, nothing to lose on a
/// resume.</remarks>
/// <param name="objective">The model.</param>
/// <param name="samples">The training examples of all learners.</param>
/// <param name="settings">How a learner trains.</param>
/// <param name="seed">The run's seed.</param>
/// <param name="shape">Shape of an example; needed where training images are varied.</param>
public sealed class LocalTraining(
    IObjective objective, Samples samples, TrainingSettings settings, ulong seed, Shape shape = default)
{
    private readonly float[] black = settings.Augmentation.IsNone ? []
        : [.. Enumerable.Range(0, shape.Channels).Select(samples.Black)];

    /// <summary>
    /// What a learner carries from round to round beside its model and never exchanges: its momentum, at first zero, and behind
    /// it the objective's running statistics. Behind those, where the settings have an affinity, the bias of the local steps.
    /// </summary>
    public static float[] CreateState(IObjective objective, TrainingSettings? settings = null)
    {
        var bias = settings?.Affinity > 0 ? objective.Parameters : 0;
        var state = new float[objective.Parameters + objective.Statistics + bias];
        objective.InitializeStatistics(state.AsSpan(objective.Parameters, objective.Statistics));
        return state;
    }

    /// <summary>The bias d in a learner's state; empty where the settings have no affinity.</summary>
    /// <remarks>P2PL with Affinity, arXiv 2312.13602: every local step adds η_d d.</remarks>
    public static Span<float> BiasIn(Span<float> state, IObjective objective) =>
        state[(objective.Parameters + objective.Statistics)..];

    /// <summary>Turns the model into the half-step model x½, in place; the learner's state moves with it.</summary>
    /// <param name="learner">Whose batches.</param>
    /// <param name="round">The round, from 1.</param>
    /// <param name="shard">Indices of the learner's examples, at least one.</param>
    /// <param name="model">The model on the way in, the half-step model on the way out.</param>
    /// <param name="state">The learner's state, as <see cref="CreateState"/> makes it.</param>
    /// <param name="scratch">The thread's scratch memory.</param>
    /// <returns>Mean training loss of the steps, each measured before it moved the model.</returns>
    /// <exception cref="ArgumentException">The shard is empty: there is nothing to train on.</exception>
    public float Run(int learner, int round, int[] shard, Span<float> model, Span<float> state, Scratch scratch)
    {
        if (shard.Length == 0)
        {
            throw new ArgumentException($"Learner {learner} has no examples to train on in round {round} (seed {seed}).");
        }

        var mark = scratch.Position;
        var size = Math.Min(settings.Batch, shard.Length);
        var gradient = scratch.Take(objective.Parameters);
        var features = scratch.Take(size * objective.Features);
        var numbers = ArrayPool<int>.Shared.Rent(2 * size);
        var indices = numbers.AsSpan(0, size);
        var labels = numbers.AsSpan(size, size);
        var momentum = state[..objective.Parameters];
        var bias = BiasIn(state, objective);
        var (rate, decay) = (settings.Rate.At(round), settings.Decay);
        if (!settings.IsDampened)
        {
            // m ← βm + g is 1/(1 − β) times the dampened momentum: the step is as much longer and the decay as much weaker.
            (rate, decay) = (rate / (1 - settings.Momentum), decay * (1 - settings.Momentum));
        }

        var loss = 0.0;
        for (var step = 0; step < settings.Steps; step++)
        {
            DrawBatch(new RandomStream(seed, StreamPurpose.Batch, learner, round, step), shard, indices);
            samples.Gather(indices, features, labels);
            Augment(features, new RandomStream(seed, StreamPurpose.Augmentation, learner, round, step), scratch);
            loss += objective.LossAndGradient(
                model, new Batch(features, labels), gradient, scratch, state.Slice(objective.Parameters, objective.Statistics),
                new RandomStream(seed, StreamPurpose.Dropout, learner, round, step));
            Clip(gradient);
            Vectors.MomentumStep(model, momentum, gradient, (float)settings.Momentum, (float)rate, (float)decay);
            if (!bias.IsEmpty)
            {
                Vectors.AddScaled((float)settings.Affinity, bias, model);
            }
        }

        ArrayPool<int>.Shared.Return(numbers);
        scratch.Release(mark);
        return (float)(loss / settings.Steps);
    }

    /// <summary>Loss of any model on the first batch of a learner's round: the batch <see cref="Run"/> starts with.</summary>
    public float Loss(
        int learner, int round, int[] shard, ReadOnlySpan<float> model, ReadOnlySpan<float> state, Scratch scratch) =>
        Loss(new RandomStream(seed, StreamPurpose.Batch, learner, round), shard, model, state, scratch);

    /// <summary>Loss of any model on a batch that is drawn for nothing else, one a learner and round.</summary>
    public float FreshLoss(
        int learner, int round, int[] shard, ReadOnlySpan<float> model, ReadOnlySpan<float> state, Scratch scratch) =>
        Loss(new RandomStream(seed, StreamPurpose.FreshBatch, learner, round), shard, model, state, scratch);

    private float Loss(
        RandomStream random, int[] shard, ReadOnlySpan<float> model, ReadOnlySpan<float> state, Scratch scratch)
    {
        var mark = scratch.Position;
        var size = Math.Min(settings.Batch, shard.Length);
        var features = scratch.Take(size * objective.Features);
        var numbers = ArrayPool<int>.Shared.Rent(2 * size);
        var indices = numbers.AsSpan(0, size);
        var labels = numbers.AsSpan(size, size);
        DrawBatch(random, shard, indices);
        samples.Gather(indices, features, labels);
        var loss = objective.Loss(
            model, new Batch(features, labels), [], scratch, objective.Statistics == 0 ? default
                : state.Slice(objective.Parameters, objective.Statistics));
        ArrayPool<int>.Shared.Return(numbers);
        scratch.Release(mark);
        return loss;
    }

    private void Augment(Span<float> features, RandomStream random, Scratch scratch)
    {
        if (!settings.Augmentation.IsNone)
        {
            settings.Augmentation.Apply(features, shape, black, random, scratch);
        }
    }

    /// <summary>Shortens a gradient that is longer than the settings allow.</summary>
    private void Clip(Span<float> gradient)
    {
        if (double.IsPositiveInfinity(settings.Clip))
        {
            return;
        }

        var norm = Math.Sqrt(Distances.SquaredNorm(gradient));
        if (norm > settings.Clip)
        {
            Vectors.Scale((float)(settings.Clip / norm), gradient, gradient);
        }
    }

    /// <summary>
    /// Distinct examples of the shard, every set equally likely; the whole shard where it is no larger than a batch.
    /// </summary>
    private static void DrawBatch(RandomStream random, int[] shard, Span<int> indices)
    {
        random.NextDistinct(shard.Length, indices);
        foreach (ref var index in indices)
        {
            index = shard[index];
        }
    }
}
