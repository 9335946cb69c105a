using ActorLearning.Numerics;

namespace ActorLearning.Scenarios.Tests.Laws.Plain;

/// <summary>What a plain definition is given.</summary>
/// <param name="Models">The models in double, the own one first.</param>
/// <param name="Byzantine">The assumed number of Byzantine ones, f.</param>
/// <param name="Losses">The loss of each model on the own data.</param>
/// <param name="Weights">The mixing weights, the own one first; they sum to 1.</param>
/// <param name="Time">t/T.</param>
/// <param name="Random">The stream of the exchange.</param>
internal sealed record PlainInput(
    double[][] Models, int Byzantine, double[] Losses, double[] Weights, double Time, RandomStream Random)
{
    /// <summary>Number of models, m.</summary>
    public int Count => Models.Length;

    /// <summary>The learner's own model.</summary>
    public double[] Own => Models[0];

    /// <summary>The neighbours by number, the own model left out.</summary>
    public IEnumerable<int> Neighbours => Enumerable.Range(1, Count - 1);

    /// <summary>The neighbours from the nearest to the farthest.</summary>
    public int[] ByDistance => [.. Neighbours.OrderBy(j => Point.Distance(Own, Models[j]))];

    /// <summary>b_w: the sum of the f largest neighbour weights.</summary>
    public double ByzantineWeight => Weights[1..].OrderDescending().Take(Byzantine).Sum();
}
