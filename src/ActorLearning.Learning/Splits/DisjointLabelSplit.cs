using ActorLearning.Learning.Data;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Splits;

/// <summary>
/// <c>disjoint-labels(groups)</c>: the labels cut into groups; every learner has all labels of one group and none of another.
/// </summary>
/// <remarks>
/// P2PL with Affinity, arXiv 2312.13602: two devices with labels 0–4 and 5–9. Learner i belongs to group i mod groups; within a
/// group the examples are shuffled and dealt evenly.
/// </remarks>
/// <param name="groups">Number of groups; null: as many as there can be.</param>
public sealed class DisjointLabelSplit(int? groups) : ISplit
{
    /// <inheritdoc/>
    public int[][] Deal(Samples samples, int classes, int learners, RandomStream random)
    {
        var count = groups ?? Math.Min(classes, learners);
        if (count > classes || count > learners)
        {
            throw new DataSetException($"{classes} labels and {learners} learners with data make no {count} groups of labels; "
                + $"disjoint-labels({Math.Min(classes, learners)}) is the most.");
        }

        var members = LabelIndex.Of(samples, classes);
        var shards = LabelIndex.Empty(learners);
        for (var group = 0; group < count; group++)
        {
            var (first, end) = (group * classes / count, (group + 1) * classes / count);
            var examples = members[first..end].SelectMany(list => list).ToArray();
            random.Shuffle(examples);
            var inGroup = (learners - group + count - 1) / count;
            for (var i = 0; i < examples.Length; i++)
            {
                shards[group + i % inGroup * count].Add(examples[i]);
            }
        }

        return LabelIndex.Sorted(shards);
    }
}
