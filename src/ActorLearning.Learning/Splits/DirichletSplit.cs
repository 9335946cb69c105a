using ActorLearning.Learning.Data;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Splits;

/// <summary><c>dirichlet(alpha)</c>: each label's examples are cut among the learners by shares from Dir(α).</summary>
/// <remarks>Hsu et al. 2019, as RPEL uses it. The smaller α, the fewer labels a learner sees. Every example goes to one
/// learner.</remarks>
public sealed class DirichletSplit(double alpha) : ISplit
{
    /// <inheritdoc/>
    public int[][] Deal(Samples samples, int classes, int learners, RandomStream random)
    {
        var shards = LabelIndex.Empty(learners);
        var shares = new double[learners];
        foreach (var members in LabelIndex.Of(samples, classes))
        {
            random.Shuffle(members);
            random.NextDirichlet(alpha, shares);
            var (start, sum) = (0, 0.0);
            for (var learner = 0; learner < learners; learner++)
            {
                sum += shares[learner];
                var end = learner == learners - 1 ? members.Length : Math.Min(members.Length, (int)(sum * members.Length));
                shards[learner].AddRange(members.AsSpan(start, end - start));
                start = end;
            }
        }

        return LabelIndex.Sorted(shards);
    }
}
