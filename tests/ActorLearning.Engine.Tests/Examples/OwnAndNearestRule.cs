using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Engine.Tests.Examples;

/// <summary>The mean of the own model and the one nearest to it.</summary>
public sealed class OwnAndNearestRule : WeighingRule
{
    // Only what is named here is measured: distances, norms, losses, mixing weights, the rule's own state.
    public override RuleNeeds Needs => RuleNeeds.Distances | RuleNeeds.Own;

    // Asked when a scenario is read, and again before every aggregation.
    public override string? Refusal(int models, int byzantine) => TooFew("own-and-nearest", models, byzantine, need: 2);

    // A weight a model, all zero so far. The own model stands first.
    protected override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var nearest = 1;
        for (var j = 2; j < context.Count; j++)
        {
            nearest = context.Geometry.Squared(0, j) < context.Geometry.Squared(0, nearest) ? j : nearest;
        }

        weights[0] = weights[nearest] = .5;
    }
}
