using ActorLearning.Learning.Data;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Splits;

/// <summary>
/// <c>by-label(shards)</c>: the examples sorted by label, cut into shards · learners pieces, each learner dealt that many.
/// </summary>
/// <remarks>McMahan et al. 2017: with two shards most learners see two labels.</remarks>
public sealed class LabelShardSplit(int shards) : ISplit
{
    /// <inheritdoc/>
    public int[][] Deal(Samples samples, int classes, int learners, RandomStream random)
    {
        var byLabel = LabelIndex.Of(samples, classes).SelectMany(members => members).ToArray();
        var pieces = Enumerable.Range(0, shards * learners).ToArray();
        random.Shuffle(pieces);
        var dealt = LabelIndex.Empty(learners);
        for (var i = 0; i < pieces.Length; i++)
        {
            var start = (int)((long)pieces[i] * byLabel.Length / pieces.Length);
            var end = (int)((pieces[i] + 1L) * byLabel.Length / pieces.Length);
            dealt[i % learners].AddRange(byLabel.AsSpan(start, end - start));
        }

        return LabelIndex.Sorted(dealt);
    }
}
