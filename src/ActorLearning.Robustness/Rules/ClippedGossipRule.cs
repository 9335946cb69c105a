using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>clipped-gossip</c>: xᵢ + Σ Wᵢⱼ clip(xⱼ − xᵢ, τ), τ = √(Σ_kept Wᵢⱼ dⱼ² / b_w).</summary>
/// <remarks>He et al. 2022, adaptive form; kept are the nearest neighbours of total weight at most ΣW − b_w. Works on any
/// number of models.</remarks>
/// <param name="radius">A constant τ instead.</param>
public sealed class ClippedGossipRule(double? radius = null) : WeighingRule
{
    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.Distances | RuleNeeds.MixingWeights | RuleNeeds.Own;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => models > 0 ? null : "it needs a model";

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var order = Neighbours.ByDistance(context);
        var kept = Neighbours.Within(context, order, Neighbours.Total(context) - context.ByzantineWeight);
        Neighbours.Clip(context, order, radius ?? Neighbours.AdaptiveRadius(context, order[..kept]), weights);
    }
}
