using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>remove-then-clip</c>: the farthest neighbours go while the removed weight is at most b_w; the rest as in clipped
/// gossip.</summary>
/// <remarks>Yang and Ghaderi 2024; τ = √(Σ_rest Wᵢⱼ dⱼ² / b_w). Works on any number of models.</remarks>
/// <param name="radius">A constant τ instead.</param>
/// <param name="clips">False: the rest is mixed as it is.</param>
public sealed class RemoveThenClipRule(double? radius = null, bool clips = true) : WeighingRule
{
    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.Distances | RuleNeeds.MixingWeights | RuleNeeds.Own;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => models > 0 ? null : "it needs a model";

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var order = Neighbours.ByDistance(context);
        var (rest, removed) = (order.Length, 0.0);
        while (rest > 0 && removed + context.MixingWeights[order[rest - 1]] <= context.ByzantineWeight * (1 + 1e-6))
        {
            removed += context.MixingWeights[order[--rest]];
        }

        var kept = order[..rest];
        var limit = clips ? radius ?? Neighbours.AdaptiveRadius(context, kept) : double.PositiveInfinity;
        Neighbours.Clip(context, kept, limit, weights);
    }
}
