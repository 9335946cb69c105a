using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>krum</c>: the model with the least sum of squared distances to its m − f − 2 nearest others.</summary>
/// <remarks>Blanchard et al. 2017. Ties go to the lower index. Needs 2f + 1 models, and f + 3.</remarks>
/// <param name="publishedNeighbours">False: ByzFL's reading, m − f − 1 nearest others.</param>
public sealed class KrumRule(bool publishedNeighbours = true) : WeighingRule
{
    private readonly int away = publishedNeighbours ? 2 : 1;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) =>
        TooFew("krum", models, byzantine, Math.Max(2 * byzantine + 1, byzantine + away + 1));

    /// <inheritdoc/>
    /// <remarks>Proven for m − f − 1 nearest others.</remarks>
    public override double? Kappa(int models, int byzantine) =>
        publishedNeighbours ? null : 6 * (1 + Ratio(models, byzantine));

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var scores = context.Memory.Doubles(context.Count);
        KrumScores.Fill(context.Geometry, neighbours: context.Count - context.Byzantine - away, scores, context.Memory);
        weights[KrumScores.Best(scores)] = 1;
    }
}
