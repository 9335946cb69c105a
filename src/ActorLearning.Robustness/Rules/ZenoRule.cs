using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>zeno</c>: the f neighbours of highest loss on the own data go; mean of the rest with the own model.</summary>
/// <remarks>Xie et al. 2019, without a server as in Masuda and Shudo's baselines. Of equal losses the higher index goes. Needs
/// f + 1 models.</remarks>
public sealed class ZenoRule(LossData data = LossData.Batch) : WeighingRule
{
    /// <inheritdoc/>
    public override LossData LossData => data;

    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.Losses | RuleNeeds.Own;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => TooFew("zeno", models, byzantine, byzantine + 1);

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var order = context.Memory.Integers(context.Count);
        var kept = context.Count - context.Byzantine;
        Nearest.Order(context.Losses, first: 0, order);
        foreach (var j in order[..kept])
        {
            weights[j] = 1.0 / kept;
        }
    }
}
