namespace ActorLearning.Robustness.Aggregation;

/// <summary>Mixing weights of a graph from the degrees of its nodes: W_ij = 1/(1 + max(deg_i, deg_j)), W_ii = 1 − Σ.</summary>
/// <remarks>Xiao and Boyd 2004, after Metropolis. The matrix is symmetric and its rows sum to 1.</remarks>
public static class MetropolisWeights
{
    /// <summary>Writes the weights of one node.</summary>
    /// <param name="degree">Its own degree.</param>
    /// <param name="neighbours">The degree of each neighbour.</param>
    /// <param name="weights">The own weight first, then one for each neighbour.</param>
    public static void Fill(int degree, ReadOnlySpan<int> neighbours, Span<double> weights)
    {
        weights[0] = 1;
        for (var j = 0; j < neighbours.Length; j++)
        {
            weights[j + 1] = 1.0 / (1 + Math.Max(degree, neighbours[j]));
            weights[0] -= weights[j + 1];
        }
    }
}
