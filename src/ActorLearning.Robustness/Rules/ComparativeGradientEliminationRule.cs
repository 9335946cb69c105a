using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>comparative-gradient-elimination</c>: mean of the m − f models of least norm.</summary>
/// <remarks>CGE, Gupta and Vaidya 2020. Ties go to the lower index. Needs 2f + 1 models.</remarks>
public sealed class ComparativeGradientEliminationRule : WeighingRule
{
    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.Norms;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) =>
        TooFew("comparative-gradient-elimination", models, byzantine, 2 * byzantine + 1);

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights) =>
        Shares.Least(context.Geometry.SquaredNorms, context.Count - context.Byzantine, weights, context.Memory);
}
