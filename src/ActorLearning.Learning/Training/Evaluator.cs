using System.Buffers;
using ActorLearning.Learning.Data;
using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Training;

/// <summary>Accuracy and loss of models on a fixed set of test examples.</summary>
/// <param name="objective">The model.</param>
/// <param name="samples">The test examples.</param>
/// <param name="images">Indices of those evaluated; null for all.</param>
public sealed class Evaluator(IObjective objective, Samples samples, int[]? images = null)
{
    // Large enough for full matrix tiles, small enough that a layer's outputs stay in the cache.
    private const int BatchSize = 64;

    private readonly int[] images = images ?? [.. Enumerable.Range(0, samples.Count)];

    /// <summary>Accuracy and mean loss of one model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="scratch">The thread's memory.</param>
    /// <param name="state">The state of the learner, as <see cref="LocalTraining.CreateState"/> makes it; empty for one that
    /// has not trained yet.</param>
    /// <param name="seen">Whether the learner has examples of each label; null where that does not matter.</param>
    /// <param name="rarest">The label it has fewest of; null where that does not matter.</param>
    public Evaluation Evaluate(
        ReadOnlySpan<float> model, Scratch scratch, ReadOnlySpan<float> state = default, bool[]? seen = null,
        int? rarest = null) =>
        Evaluate(model, scratch, state, seen, rarest, (_, _) => { });

    /// <summary>How often one model takes each label for each: a row a true label, a column a predicted one.</summary>
    public int[][] Confuse(ReadOnlySpan<float> model, int classes, Scratch scratch, ReadOnlySpan<float> state = default)
    {
        int[][] counts = [.. Enumerable.Range(0, classes).Select(_ => new int[classes])];
        Evaluate(model, scratch, state, seen: null, rarest: null, (label, predicted) => counts[label][predicted]++);
        return counts;
    }

    private Evaluation Evaluate(
        ReadOnlySpan<float> model, Scratch scratch, ReadOnlySpan<float> state, bool[]? seen, int? rarest,
        Action<int, int> tell)
    {
        var mark = scratch.Position;
        var features = scratch.Take(BatchSize * objective.Features);
        var statistics = scratch.Take(objective.Statistics);
        objective.InitializeStatistics(statistics);
        if (!state.IsEmpty)
        {
            state.Slice(objective.Parameters, objective.Statistics).CopyTo(statistics);
        }

        var numbers = ArrayPool<int>.Shared.Rent(2 * BatchSize);
        var (correct, loss) = (0, 0.0);
        var (seenRight, seenCount) = (0, 0);
        var (rarestRight, rarestCount) = (0, 0);
        for (var start = 0; start < images.Length; start += BatchSize)
        {
            var indices = images.AsSpan(start, Math.Min(BatchSize, images.Length - start));
            var labels = numbers.AsSpan(0, indices.Length);
            var predictions = numbers.AsSpan(BatchSize, indices.Length);
            samples.Gather(indices, features, labels);
            var batch = new Batch(features[..(indices.Length * objective.Features)], labels);
            loss += (double)objective.Loss(model, batch, predictions, scratch, statistics) * indices.Length;
            for (var i = 0; i < labels.Length; i++)
            {
                var isRight = labels[i] == predictions[i];
                correct += isRight ? 1 : 0;
                seenCount += seen?[labels[i]] == true ? 1 : 0;
                seenRight += isRight && seen?[labels[i]] == true ? 1 : 0;
                rarestCount += labels[i] == rarest ? 1 : 0;
                rarestRight += isRight && labels[i] == rarest ? 1 : 0;
                tell(labels[i], predictions[i]);
            }
        }

        ArrayPool<int>.Shared.Return(numbers);
        scratch.Release(mark);
        var unseenCount = images.Length - seenCount;
        return new Evaluation((double)correct / images.Length, loss / images.Length)
        {
            Seen = seen is null || seenCount == 0 ? null : (double)seenRight / seenCount,
            Unseen = seen is null || unseenCount == 0 ? null : (double)(correct - seenRight) / unseenCount,
            Rarest = rarestCount == 0 ? null : (double)rarestRight / rarestCount,
        };
    }
}
