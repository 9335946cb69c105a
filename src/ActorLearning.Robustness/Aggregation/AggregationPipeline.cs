using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>Mixing steps, then a rule, read left to right: <c>nnm | trimmed-mean</c>.</summary>
/// <remarks>
/// Every step is linear in the models with coefficients found from their distances, so one pass measures distances, small
/// matrices do the thinking, and one more pass mixes, combines and writes: no copy of the models is ever made. Models with a
/// NaN or an infinity are left out and lower the assumed number of Byzantine models by as many.
/// </remarks>
public sealed class AggregationPipeline(string text, IReadOnlyList<IMixingStep> mixing, AggregationRule rule)
{
    /// <summary>The pipeline as written.</summary>
    public string Text { get; } = text;

    /// <summary>Why it cannot work on so many models; null if it can.</summary>
    public string? Refusal(int models, int byzantine)
    {
        // By index: the enumerator of an interface would be allocated in every aggregation.
        for (var i = 0; i < mixing.Count; i++)
        {
            if (mixing[i].Refusal(models, byzantine) is { } reason)
            {
                return reason;
            }

            models = mixing[i].Count(models);
        }

        return rule.Refusal(models, byzantine);
    }

    /// <summary>Aggregates the models of one exchange.</summary>
    /// <param name="input">The models, untouched.</param>
    /// <param name="result">As long as a model, overwritten.</param>
    /// <param name="workspace">The thread's memory.</param>
    /// <exception cref="AggregationRefusedException">There are too few finite models.</exception>
    public void Aggregate(in AggregationInput input, Span<float> result, AggregationWorkspace workspace)
    {
        var models = input.KnownFinite ? input.Models : FiniteOnly(input.Models, workspace);
        var byzantine = Math.Max(0, input.AssumedByzantine - (input.Models.Length - models.Length));
        if ((models.Length == 0 ? "no finite model is left" : Refusal(models.Length, byzantine)) is { } reason)
        {
            throw new AggregationRefusedException($"\"{Text}\" cannot aggregate: {reason}");
        }

        Measure(models, workspace);
        for (var i = 0; i < mixing.Count; i++)
        {
            mixing[i].Mix(workspace.Geometry, byzantine, workspace.Step);
            workspace.Advance(first: i == 0);
        }

        var mixed = mixing.Count == 0 ? null : workspace.Mixing;
        if (rule is CoordinateRule coordinates)
        {
            BlockPass.Combine(models, mixed, coordinates, byzantine, result, workspace.Scratch);
        }
        else
        {
            Weigh((WeighingRule)rule, models, mixed, byzantine, result, workspace);
        }
    }

    private void Measure(ReadOnlySpan<float[]> models, AggregationWorkspace workspace)
    {
        workspace.Restart();
        if (mixing.Count > 0 || rule is WeighingRule { NeedsGeometry: true })
        {
            workspace.Geometry.Measure(models);
        }
        else
        {
            workspace.Geometry.Skip(models.Length);
        }
    }

    private static void Weigh(
        WeighingRule rule, ReadOnlySpan<float[]> models, MixingMatrix? mixed, int byzantine, Span<float> result,
        AggregationWorkspace workspace)
    {
        var count = workspace.Geometry.Count;
        var all = workspace.Weights(count + models.Length);
        var weights = all[..count];
        rule.Weigh(workspace.Geometry, byzantine, weights);
        if (mixed is not null)
        {
            var unmixed = all[count..];
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < unmixed.Length; j++)
                {
                    unmixed[j] += weights[i] * mixed.Row(i)[j];
                }
            }

            weights = unmixed;
        }

        BlockPass.WeightedSum(models, weights, result);
    }

    private static ReadOnlySpan<float[]> FiniteOnly(ReadOnlySpan<float[]> models, AggregationWorkspace workspace)
    {
        var finite = workspace.Finite(models.Length);
        var count = 0;
        foreach (var model in models)
        {
            if (Vectors.AllFinite(model))
            {
                finite[count++] = model;
            }
        }

        return finite[..count];
    }
}
