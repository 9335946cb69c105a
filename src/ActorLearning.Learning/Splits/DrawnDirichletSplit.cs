using ActorLearning.Learning.Data;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Splits;

/// <summary>
/// <c>dirichlet(alpha, per)</c>: every learner draws label shares from Dir(α) and then a fixed number of examples.
/// </summary>
/// <remarks>
/// For more learners than the data goes round among: an example may go to several learners, but only once to each. Where a
/// learner wants more of a label than there is, the rest is drawn from the labels it has not used up.
/// </remarks>
public sealed class DrawnDirichletSplit(double alpha, int per) : ISplit
{
    /// <inheritdoc/>
    public int[][] Deal(Samples samples, int classes, int learners, RandomStream random)
    {
        if (per > samples.Count)
        {
            throw new DataSetException($"the split draws {per} examples a learner, the data set has {samples.Count}.");
        }

        var members = LabelIndex.Of(samples, classes);
        var shares = new double[classes];
        var counts = new int[classes];
        var shards = new int[learners][];
        for (var learner = 0; learner < learners; learner++)
        {
            random.NextDirichlet(alpha, shares);
            Array.Clear(counts);
            for (var drawn = 0; drawn < per;)
            {
                var label = Draw(shares, random.NextDouble());
                if (counts[label] < members[label].Length)
                {
                    counts[label]++;
                    drawn++;
                }
                else
                {
                    Exhaust(shares, label);
                }
            }

            shards[learner] = Pick(members, counts, ref random);
        }

        return shards;
    }

    private static int Draw(double[] shares, double at)
    {
        var left = at * shares.Sum();
        for (var label = 0; label < shares.Length - 1; label++)
        {
            left -= shares[label];
            if (left < 0)
            {
                return label;
            }
        }

        return shares.Length - 1;
    }

    /// <summary>
    /// Takes a used-up label out of the draw; where all weight is gone, the remaining labels become equally likely.
    /// </summary>
    private static void Exhaust(double[] shares, int label)
    {
        shares[label] = double.NegativeZero;
        if (!shares.Any(share => share > 0))
        {
            for (var i = 0; i < shares.Length; i++)
            {
                shares[i] = double.IsNegative(shares[i]) ? shares[i] : 1;
            }
        }
    }

    private int[] Pick(int[][] members, int[] counts, ref RandomStream random)
    {
        var shard = new int[per];
        var at = 0;
        for (var label = 0; label < members.Length; label++)
        {
            var chosen = shard.AsSpan(at, counts[label]);
            random.NextDistinct(members[label].Length, chosen);
            foreach (ref var index in chosen)
            {
                index = members[label][index];
            }

            at += chosen.Length;
        }

        Array.Sort(shard);
        return shard;
    }
}
