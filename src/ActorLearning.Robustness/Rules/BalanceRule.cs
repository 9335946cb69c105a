using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>balance(gamma, kappa, alpha)</c>: only models near the own one, nearer with time, are mixed into it.</summary>
/// <remarks>BALANCE, Fang et al. 2024: j is accepted iff ‖xⱼ − xᵢ‖ ≤ γ·exp(−κ·t/T)·‖xᵢ‖; α xᵢ + (1−α) mean of the accepted; none
/// accepted: xᵢ. Works on any number of models.</remarks>
public sealed class BalanceRule(double gamma, double kappa, double alpha) : WeighingRule
{
    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.Distances | RuleNeeds.Norms | RuleNeeds.Own;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => models > 0 ? null : "it needs a model";

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var marks = context.Memory.Integers(context.Count);
        var time = context.Rounds == 0 ? 0 : (double)context.Round / context.Rounds;
        var limit = gamma * Elementary.Exp(-kappa * time) * Math.Sqrt(context.Geometry.SquaredNorms[0]);
        for (var j = 1; j < context.Count; j++)
        {
            var distance = Math.Sqrt(context.Geometry.Squared(0, j));
            marks[j] = distance <= limit && double.IsFinite(distance) ? 1 : 0;
        }

        Shares.WithOwn(alpha, marks, weights);
    }
}
