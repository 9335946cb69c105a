using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>nearest-neighbour-averaging</c>: mean of the m − f models nearest the own one, itself included.</summary>
/// <remarks>MoNNA, Farhadkhani et al. 2023. Ties go to the lower index. Needs 2f + 1 models.</remarks>
public sealed class NearestNeighbourAveragingRule : WeighingRule
{
    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.Distances | RuleNeeds.Own;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) =>
        TooFew("nearest-neighbour-averaging", models, byzantine, 2 * byzantine + 1);

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var order = context.Memory.Integers(context.Count);
        var kept = context.Count - context.Byzantine;
        Nearest.Order(context.Geometry.Row(0), first: 0, order);
        foreach (var j in order[..kept])
        {
            weights[j] = 1.0 / kept;
        }
    }
}
