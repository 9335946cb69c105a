using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>mean</c>: Σ xⱼ / m. Not robust: one Byzantine model moves it anywhere.</summary>
public sealed class MeanRule : WeighingRule
{
    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.None;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => models > 0 ? null : "it needs a model";

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights) =>
        weights.Fill(1.0 / weights.Length);
}
