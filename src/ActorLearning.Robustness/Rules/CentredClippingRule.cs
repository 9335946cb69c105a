using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>centred-clipping(radius, iterations)</c>: v ← v + (1/m) Σ (xⱼ − v)·min(1, τ/‖xⱼ − v‖), v from the previous
/// aggregate.</summary>
/// <remarks>
/// Karimireddy et al. 2021. v stays a weighted sum of the models and of where it started, so its distances follow from theirs.
/// A model too far away to measure has no pull. Where it starts at
/// the own model and there is none, the medoid takes its place. State: the last aggregate, and 1 once there is one. Works on
/// any number.
/// </remarks>
/// <param name="radius">τ.</param>
/// <param name="iterations">Steps an aggregation.</param>
/// <param name="startsAtOwn">Whether the very first start is the own model and not zero.</param>
public sealed class CentredClippingRule(double radius, int iterations = 1, bool startsAtOwn = false) : WeighingRule
{
    /// <inheritdoc/>
    public override RuleNeeds Needs =>
        RuleNeeds.Distances | RuleNeeds.StateVector | (startsAtOwn ? RuleNeeds.Own : RuleNeeds.None);

    /// <inheritdoc/>
    public override RuleState CreateState(int parameters) => new(new float[parameters], [0]);

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) => models > 0 ? null : "it needs a model";

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var isFirst = context.State is null or { Numbers: [0] };
        weights[isFirst && startsAtOwn ? 0 : ^1] = 1;
        var distances = context.Memory.Doubles(context.Count);
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            Measure(context.Geometry, weights, distances);
            var moved = 0.0;
            foreach (ref var distance in distances)
            {
                // From here on the factor min(1, τ/d) over m.
                distance = double.IsInfinity(distance) ? 0 : distance <= radius ? 1 : radius / distance;
                distance /= context.Count;
                moved += distance;
            }

            foreach (ref var weight in weights)
            {
                weight *= 1 - moved;
            }

            for (var j = 0; j < distances.Length; j++)
            {
                weights[j] += distances[j];
            }
        }
    }

    /// <inheritdoc/>
    protected internal override void Remember(RuleState state, ReadOnlySpan<float> result)
    {
        result.CopyTo(state.Vector);
        state.Numbers[0] = 1;
    }

    /// <summary>‖v − xₖ‖ = √((Dw)ₖ − ½ wᵀDw), where the state's vector is the last point.</summary>
    private static void Measure(Geometry geometry, ReadOnlySpan<double> weights, Span<double> distances)
    {
        var toVector = geometry.ToStateVector;
        var anchor = weights[^1];
        var half = Shares.Spread(geometry, weights[..^1], distances);
        for (var k = 0; k < distances.Length; k++)
        {
            half += weights[k] == 0 || anchor == 0 ? 0 : anchor * weights[k] * toVector[k];
            distances[k] += anchor == 0 ? 0 : anchor * toVector[k];
        }

        foreach (ref var distance in distances)
        {
            distance = Math.Sqrt(Math.Max(0, distance - half));
        }
    }
}
