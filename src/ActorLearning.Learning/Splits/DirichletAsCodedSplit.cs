using ActorLearning.Learning.Data;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Splits;

/// <summary><c>dirichlet-as-coded(alpha)</c>: the split as the code behind RPEL's published figures makes it.</summary>
/// <remarks>
/// There a learner's slice of a label begins where the previous learner's slice was long, not where it ended, so that the slices
/// crowd at the head of every label: most examples go to nobody, many to several. It explains published numbers; for new
/// work use <see cref="DirichletSplit"/>.
/// </remarks>
public sealed class DirichletAsCodedSplit(double alpha) : ISplit
{
    /// <inheritdoc/>
    public int[][] Deal(Samples samples, int classes, int learners, RandomStream random)
    {
        var shards = LabelIndex.Empty(learners);
        var shares = new double[learners];
        foreach (var members in LabelIndex.Of(samples, classes))
        {
            random.NextDirichlet(alpha, shares);
            var start = 0;
            for (var learner = 0; learner < learners; learner++)
            {
                var length = (int)(shares[learner] * members.Length);
                shards[learner].AddRange(members.AsSpan(start, Math.Min(length, members.Length - start)));
                start = length;
            }
        }

        return LabelIndex.Sorted(shards);
    }
}
