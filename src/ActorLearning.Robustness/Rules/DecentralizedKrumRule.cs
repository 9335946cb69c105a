using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>decentralized-krum</c>: Krum among the neighbours, the own model left out, then the mean of the winner and the
/// own.</summary>
/// <remarks>D-Krum as in Masuda and Shudo's baselines, of Blanchard et al. 2017. Ties go to the lower index. Needs 2f + 2
/// models, and f + 4.</remarks>
public sealed class DecentralizedKrumRule : WeighingRule
{
    /// <inheritdoc/>
    public override RuleNeeds Needs => RuleNeeds.Distances | RuleNeeds.Own;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) =>
        TooFew("decentralized-krum", models, byzantine, Math.Max(2 * byzantine + 2, byzantine + 4));

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var neighbours = context.Count - 1;
        var near = context.Memory.Doubles(neighbours);
        var scores = context.Memory.Doubles(neighbours);
        var order = context.Memory.Integers(neighbours);
        for (var i = 0; i < neighbours; i++)
        {
            context.Geometry.Row(i + 1)[1..].CopyTo(near);
            Nearest.Order(near, first: i, order);
            foreach (var j in order.Slice(1, neighbours - context.Byzantine - 2))
            {
                scores[i] += near[j];
            }
        }

        weights[0] = .5;
        weights[1 + KrumScores.Best(scores)] = .5;
    }
}
