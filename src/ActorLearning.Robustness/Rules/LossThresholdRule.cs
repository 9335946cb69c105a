using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>loss-threshold</c>: neighbours that do better on the own data by a threshold are mixed into the own
/// model.</summary>
/// <remarks>
/// Masuda and Shudo: j is accepted iff loss(xᵢ) − loss(xⱼ) ≥ θ; α xᵢ + (1−α) mean of the accepted. Overfitting is found when
/// the least own error on held-back data was not beaten for so many epochs; each time θ falls by a step, not below the lowest.
/// None accepted: the own model stays before overfitting was ever found, afterwards the neighbour of least loss is mixed in. A
/// learner that holds nothing back watches its loss of every aggregation instead. State: θ, the least error, epochs since, 1
/// once overfitting was found. Works on any number of models.
/// </remarks>
/// <param name="theta">θ at the start.</param>
/// <param name="step">How far it falls each time.</param>
/// <param name="lowest">But not below this.</param>
/// <param name="patience">Epochs without a better error that count as overfitting.</param>
/// <param name="alpha">Share of the own model in the result.</param>
/// <param name="data">On which own examples the models are compared.</param>
public sealed class LossThresholdRule(
    double theta = .1, double step = .1, double lowest = -.1, int patience = 5, double alpha = .5,
    LossData data = LossData.Batch) : WeighingRule
{
    private const int Theta = 0;
    private const int Least = 1;
    private const int Since = 2;
    private const int Found = 3;

    /// <inheritdoc/>
    public override LossData LossData => data;

    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.Losses | RuleNeeds.Own | RuleNeeds.HeldBackError;

    /// <inheritdoc/>
    public override RuleState CreateState(int parameters) => new([], [theta, double.PositiveInfinity, 0, 0]);

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => models > 0 ? null : "it needs a model";

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var losses = context.Losses;
        var hasOverfitted = Watch(context.State, context.HeldBackError ?? losses[0]);
        var threshold = context.State?.Numbers[Theta] ?? theta;
        var marks = context.Memory.Integers(context.Count);
        var best = 0;
        for (var j = 1; j < context.Count; j++)
        {
            marks[j] = double.IsFinite(losses[j]) && losses[0] - losses[j] >= threshold ? 1 : 0;
            best = double.IsFinite(losses[j]) && (best == 0 || losses[j] < losses[best]) ? j : best;
        }

        if (hasOverfitted && best > 0 && marks.Count(1) == 0)
        {
            marks[best] = 1;
        }

        Shares.WithOwn(alpha, marks, weights);
    }

    /// <summary>Keeps an eye on the own error, NaN where it was not measured; whether overfitting was ever found.</summary>
    private bool Watch(RuleState? state, double own)
    {
        if (state is null)
        {
            return false;
        }

        var numbers = state.Numbers;
        if (double.IsNaN(own))
        {
            return numbers[Found] == 1;
        }

        numbers[Since] = own < numbers[Least] ? 0 : numbers[Since] + 1;
        numbers[Least] = Math.Min(own, numbers[Least]);
        if (numbers[Since] >= patience)
        {
            numbers[Theta] = Math.Max(lowest, numbers[Theta] - step);
            (numbers[Since], numbers[Found]) = (0, 1);
        }

        return numbers[Found] == 1;
    }
}
