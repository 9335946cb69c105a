using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>multi-krum(q)</c>: mean of the q models of least Krum score.</summary>
/// <remarks>Blanchard et al. 2017; m − f − 2 nearest others, ties to the lower index. Needs 2f + 1 models, f + 3 and q.</remarks>
/// <param name="chosen">q; null for m − f.</param>
public sealed class MultiKrumRule(int? chosen = null) : WeighingRule
{
    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => chosen > models
        ? $"multi-krum(q={chosen}) with {byzantine} assumed Byzantine needs {chosen} models and gets {models}"
        : TooFew("multi-krum", models, byzantine, Math.Max(2 * byzantine + 1, byzantine + 3));

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var scores = context.Memory.Doubles(context.Count);
        KrumScores.Fill(context.Geometry, neighbours: context.Count - context.Byzantine - 2, scores, context.Memory);
        Shares.Least(scores, chosen ?? context.Count - context.Byzantine, weights, context.Memory);
    }
}
