using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Aggregation;

/// <remarks>What is found out about the models before anything is mixed or weighed.</remarks>
public sealed partial class AggregationPipeline
{
    /// <summary>Losses below this count as this.</summary>
    public const double LeastLoss = 1e-12;

    /// <summary>Leaves out what is not finite, with its weight. Then no other model is the own one.</summary>
    private UsableModels Usable(in AggregationInput input, AggregationWorkspace workspace)
    {
        var all = input.Models;
        var count = input.Models.Length;
        var models = all;
        var weights = WeightsOf(input, workspace, out var byzantineWeight);
        var hasOwn = input.HasOwn;
        if (!input.KnownFinite)
        {
            var finite = workspace.Finite(all.Length);
            count = 0;
            for (var i = 0; i < all.Length; i++)
            {
                if (Vectors.AllFinite(all[i]))
                {
                    finite[count] = all[i];
                    if (weights.Length > 0)
                    {
                        weights[count] = weights[i];
                    }

                    count++;
                }
                else
                {
                    byzantineWeight -= weights.Length == 0 ? 0 : weights[i];
                    hasOwn &= i > 0;
                }
            }

            models = finite[..count];
        }

        if (weights.Length > 0 && input.MixingWeights.Length == 0)
        {
            // Off a graph the models that are left share alike.
            weights[..count].Fill(1.0 / count);
            byzantineWeight = (double)Math.Max(0, input.AssumedByzantine - (all.Length - count)) / count;
        }

        return new UsableModels
        {
            Models = models,
            MixingWeights = weights.Length == 0 ? weights : weights[..count],
            ByzantineWeight = Math.Max(0, byzantineWeight),
            Byzantine = Math.Max(0, input.AssumedByzantine - (all.Length - count)),
            HasOwn = hasOwn && count > 0,
        };
    }

    private Span<double> WeightsOf(in AggregationInput input, AggregationWorkspace workspace, out double byzantineWeight)
    {
        byzantineWeight = 0;
        if (!needs.Has(RuleNeeds.MixingWeights))
        {
            return default;
        }

        var weights = workspace.Memory.Doubles(input.Models.Length);
        input.MixingWeights.CopyTo(weights);
        byzantineWeight = double.IsNaN(input.ByzantineWeight)
            ? LargestNeighbours(weights, input.AssumedByzantine, workspace.Memory) : input.ByzantineWeight;
        return weights;
    }

    /// <summary>The sum of the b̂ largest neighbour weights.</summary>
    private static double LargestNeighbours(ReadOnlySpan<double> weights, int byzantine, WeighingMemory memory)
    {
        var sorted = memory.Doubles(Math.Max(0, weights.Length - 1));
        weights[Math.Min(1, weights.Length) ..].CopyTo(sorted);
        sorted.Sort();
        var sum = 0.0;
        foreach (var weight in sorted[Math.Max(0, sorted.Length - byzantine) ..])
        {
            sum += weight;
        }

        return sum;
    }

    /// <summary>Measures what the steps and the rule look at; gives back the models and the points behind them.</summary>
    private ReadOnlySpan<float[]> Measure(
        ReadOnlySpan<float[]> models, AggregationRule applied, RuleState? state, AggregationWorkspace workspace)
    {
        var asked = (applied as WeighingRule)?.Needs ?? RuleNeeds.None;
        var hasOrigin = needsNorms || asked.Has(RuleNeeds.Norms);
        var hasStateVector = asked.Has(RuleNeeds.StateVector);
        if (mixing.Count == 0 && (asked & (RuleNeeds.Distances | RuleNeeds.Norms | RuleNeeds.StateVector)) == 0)
        {
            workspace.Geometry.Skip(models.Length);
            return models;
        }

        var points = models;
        if (hasOrigin || hasStateVector)
        {
            var all = workspace.Points(models.Length + (hasOrigin ? 1 : 0) + (hasStateVector ? 1 : 0));
            var zeros = workspace.Zeros(models[0].Length);
            models.CopyTo(all);
            all[models.Length] = zeros;
            all[^1] = hasStateVector && state is { Vector.Length: > 0 } ? state.Vector : zeros;
            points = all;
        }

        workspace.Geometry.Measure(points, models.Length, hasOrigin);
        return points;
    }

    private static ReadOnlySpan<double> LossesOf(
        ReadOnlySpan<float[]> models, ILossOracle oracle, LossData data, AggregationWorkspace workspace)
    {
        var losses = workspace.Memory.Doubles(models.Length);
        for (var j = 0; j < models.Length; j++)
        {
            var loss = oracle.Loss(models[j], data);
            losses[j] = double.IsNaN(loss) ? double.PositiveInfinity : Math.Max(LeastLoss, loss);
        }

        return losses;
    }
}
