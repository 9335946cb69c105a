namespace ActorLearning.Engine.Preparation;

/// <summary>The mode of a weighted graph that mixes slowest: along it the graph is cut with the least weight.</summary>
/// <remarks>
/// The eigenvector to the second-smallest eigenvalue of the Laplacian (Fiedler 1973), of length 1 and orthogonal to equal
/// entries. Power iteration on c − L with c the Gershgorin bound, so a graph of any size costs its edges a step. Where
/// eigenvalues lie too close together to be told apart in the most steps it is some mode of the slowest ones.
/// </remarks>
internal static class FiedlerVector
{
    private const int MostSteps = 20_000;
    private const double Tolerance = 1e-13;
    private const double GoldenRatio = 0.6180339887498949;

    /// <summary>An entry for each of some learners, in their order, with the weights of the graph among them.</summary>
    /// <param name="weights">The weights of the whole graph.</param>
    /// <param name="learners">Which are left of it, ascending.</param>
    public static double[] Of(GraphWeights weights, IReadOnlyList<int> learners)
    {
        var ranks = Enumerable.Range(0, learners.Count).ToDictionary(rank => learners[rank]);
        (int Rank, double Weight)[][] edges =
        [
            .. learners.Select(learner => weights.EdgesOf(learner).Where(edge => ranks.ContainsKey(edge.Peer))
                .Select(edge => (ranks[edge.Peer], edge.Weight)).ToArray()),
        ];
        var bound = 2 * edges.Max(row => row.Sum(edge => edge.Weight));

        // A start that no graph has a reason to be orthogonal to.
        double[] vector = [.. learners.Select((_, i) => (i + 1) * GoldenRatio % 1)];
        var next = new double[vector.Length];
        Centre(vector);
        for (var step = 0; step < MostSteps; step++)
        {
            for (var i = 0; i < next.Length; i++)
            {
                next[i] = bound * vector[i];
                foreach (var (j, weight) in edges[i])
                {
                    next[i] -= weight * (vector[i] - vector[j]);
                }
            }

            Centre(next);
            var moved = next.Zip(vector, (x, y) => Math.Abs(x - y)).Max();
            (vector, next) = (next, vector);
            if (moved <= Tolerance)
            {
                break;
            }
        }

        return vector;
    }

    /// <summary>Takes the mean away and makes the length 1; a vector of zeros stays.</summary>
    private static void Centre(double[] vector)
    {
        var (mean, square) = (0.0, 0.0);
        foreach (var value in vector)
        {
            mean += value / vector.Length;
        }

        foreach (ref var value in vector.AsSpan())
        {
            value -= mean;
            square += value * value;
        }

        var length = Math.Sqrt(square);
        foreach (ref var value in vector.AsSpan())
        {
            value = length > 0 ? value / length : 0;
        }
    }
}
