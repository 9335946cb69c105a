using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>gts</c>: xᵢ + Σ weight·(xⱼ − xᵢ) over the nearest neighbours of total weight ΣW − b_w, the boundary one with its
/// fraction.</summary>
/// <remarks>Gaucher et al. 2025. Works on any number of models.</remarks>
public sealed class GossipTrimmedSumRule : WeighingRule
{
    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.Distances | RuleNeeds.MixingWeights | RuleNeeds.Own;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => models > 0 ? null : "it needs a model";

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var order = Neighbours.ByDistance(context);
        var total = Neighbours.Total(context);
        var left = total - context.ByzantineWeight;
        foreach (var j in order)
        {
            // What is left by rounding alone must not let in a liar, however far away it is.
            weights[j] = left <= 1e-6 * total || double.IsInfinity(context.Geometry.Squared(0, j)) ? 0
                : Math.Min(left, context.MixingWeights[j]);
            left -= context.MixingWeights[j];
        }

        Neighbours.OwnTakesRest(weights);
    }
}
