using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>cs-plus</c>: xᵢ + Σ Wᵢⱼ clip(xⱼ − xᵢ, τ), τ the distance of the farthest of the nearest neighbours of total
/// weight at most ΣW − 2 b_w.</summary>
/// <remarks>Gaucher et al. 2025. No such neighbour: τ = 0; b_w = 0: τ = ∞. Works on any number of models.</remarks>
public sealed class ClippedSumRule : WeighingRule
{
    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.Distances | RuleNeeds.MixingWeights | RuleNeeds.Own;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => models > 0 ? null : "it needs a model";

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var order = Neighbours.ByDistance(context);
        var kept = Neighbours.Within(context, order, Neighbours.Total(context) - 2 * context.ByzantineWeight);
        var radius = context.ByzantineWeight == 0 ? double.PositiveInfinity
            : kept == 0 ? 0 : Math.Sqrt(context.Geometry.Squared(0, order[kept - 1]));
        Neighbours.Clip(context, order, radius, weights);
    }
}
