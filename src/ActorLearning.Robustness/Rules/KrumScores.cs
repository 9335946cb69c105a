using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary>Krum's scores: the sum of squared distances to so many nearest others.</summary>
internal static class KrumScores
{
    public static void Fill(Geometry geometry, int neighbours, Span<double> scores, WeighingMemory memory)
    {
        var order = memory.Integers(scores.Length);
        for (var i = 0; i < scores.Length; i++)
        {
            var distances = geometry.Row(i);
            Nearest.Order(distances, first: i, order);
            scores[i] = 0;
            foreach (var j in order.Slice(1, neighbours))
            {
                scores[i] += distances[j];
            }
        }
    }

    /// <summary>The index of the least score, the lowest of equal ones.</summary>
    public static int Best(ReadOnlySpan<double> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] < scores[best] ? i : best;
        }

        return best;
    }
}
