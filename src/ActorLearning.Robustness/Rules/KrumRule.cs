using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>krum</c>: the model with the least sum of squared distances to its m − f − 2 nearest others.</summary>
/// <remarks>Blanchard et al. 2017. Ties go to the lower index.</remarks>
/// <param name="publishedNeighbours">False: ByzFL's reading, m − f − 1 nearest others.</param>
public sealed class KrumRule(bool publishedNeighbours = true) : WeighingRule
{
    private readonly int away = publishedNeighbours ? 2 : 1;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine)
    {
        var need = Math.Max(2 * byzantine + 1, byzantine + away + 1);
        return models >= need ? null : $"krum with {byzantine} assumed Byzantine needs {need} models and gets {models}";
    }

    /// <inheritdoc/>
    protected internal override void Weigh(Geometry geometry, int byzantine, Span<double> weights)
    {
        var count = geometry.Count;
        Span<int> order = count <= 256 ? stackalloc int[count] : new int[count];
        var (best, bestScore) = (0, double.PositiveInfinity);
        for (var i = 0; i < count; i++)
        {
            var distances = geometry.Row(i);
            Nearest.Order(distances, first: i, order);
            var score = 0.0;
            foreach (var j in order.Slice(1, count - byzantine - away))
            {
                score += distances[j];
            }

            if (score < bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        weights[best] = 1;
    }
}
