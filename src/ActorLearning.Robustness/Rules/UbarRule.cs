using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>ubar(share, alpha)</c>: of the nearest neighbours those that do no worse on the own data than the own
/// model.</summary>
/// <remarks>
/// Guo et al. 2022: keep ⌊share·|N|⌋ neighbours nearest the own model, at least one; of these keep loss(xⱼ) ≤ loss(xᵢ); where
/// none is left, the one of lowest loss; α xᵢ + (1−α) mean. Works on any number of models.
/// </remarks>
public sealed class UbarRule(double share, double alpha, LossData data = LossData.Batch) : WeighingRule
{
    /// <inheritdoc/>
    public override LossData LossData => data;

    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.Distances | RuleNeeds.Losses | RuleNeeds.Own;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => models > 0 ? null : "it needs a model";

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var order = context.Memory.Integers(context.Count);
        var marks = context.Memory.Integers(context.Count);
        Nearest.Order(context.Geometry.Row(0), first: 0, order);

        // Ten neighbours at .7 are seven, although .7 in binary is a little less.
        var kept = Math.Max(1, (int)Math.Floor(share * (context.Count - 1) * (1 + 1e-12)));
        var near = order[1 .. Math.Min(context.Count, 1 + kept)];
        var best = 0;
        foreach (var j in near)
        {
            marks[j] = context.Losses[j] <= context.Losses[0] && double.IsFinite(context.Losses[j]) ? 1 : 0;
            best = double.IsFinite(context.Losses[j]) && (best == 0 || context.Losses[j] < context.Losses[best]) ? j : best;
        }

        if (best > 0 && marks.Count(1) == 0)
        {
            marks[best] = 1;
        }

        Shares.WithOwn(alpha, marks, weights);
    }
}
