using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>inverse-loss</c>: weights in inverse proportion to the loss on the own data.</summary>
/// <remarks>arXiv 2501.04610: cⱼ = loss(xⱼ)⁻¹ / Σ over K, K the own model and those that do no worse; a loss that is not finite
/// has weight 0, and where none is finite the own model stays. Works on any number of models.</remarks>
/// <param name="keepsAll">Whether K is all models.</param>
/// <param name="data">On which own examples the losses are measured.</param>
public sealed class InverseLossRule(bool keepsAll = false, LossData data = LossData.Batch) : WeighingRule
{
    /// <inheritdoc/>
    public override LossData LossData => data;

    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.Losses | RuleNeeds.Own;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => models > 0 ? null : "it needs a model";

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var total = 0.0;
        for (var j = 0; j < weights.Length; j++)
        {
            weights[j] = keepsAll || context.Losses[j] <= context.Losses[0] ? 1 / context.Losses[j] : 0;
            total += weights[j];
        }

        if (total == 0)
        {
            weights[0] = total = 1;
        }

        foreach (ref var weight in weights)
        {
            weight /= total;
        }
    }
}
