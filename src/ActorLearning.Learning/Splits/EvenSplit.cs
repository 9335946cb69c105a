using ActorLearning.Learning.Data;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Splits;

/// <summary><c>iid</c>: all examples shuffled and dealt evenly; every learner sees the same distribution.</summary>
public sealed class EvenSplit : ISplit
{
    /// <inheritdoc/>
    public int[][] Deal(Samples samples, int classes, int learners, RandomStream random)
    {
        var order = Enumerable.Range(0, samples.Count).ToArray();
        random.Shuffle(order);
        var shards = LabelIndex.Empty(learners);
        for (var i = 0; i < order.Length; i++)
        {
            shards[i % learners].Add(order[i]);
        }

        return LabelIndex.Sorted(shards);
    }
}
