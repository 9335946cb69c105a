using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>gossip</c>: xᵢ + Σ Wᵢⱼ (xⱼ − xᵢ). Not robust.</summary>
/// <remarks>D-PSGD, Lian et al. 2017. Works on any number of models.</remarks>
public sealed class GossipRule : WeighingRule
{
    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.MixingWeights | RuleNeeds.Own;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => models > 0 ? null : "it needs a model";

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        context.MixingWeights.CopyTo(weights);
        Neighbours.OwnTakesRest(weights);
    }
}
