using ActorLearning.Robustness.Rules;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>Mixing steps, then a rule, read left to right: <c>nnm | trimmed-mean</c>.</summary>
/// <remarks>
/// Every step is linear in the models with coefficients found from their distances, so one pass measures distances, small
/// matrices do the thinking, and one more pass mixes, combines and writes: no copy of the models is ever made. Models with a
/// NaN or an infinity are left out and lower the assumed number of Byzantine models by as many. A learner without an own model,
/// because it joins a run or because its own is not finite, takes the medoid where the rule would start from its own.
/// </remarks>
public sealed partial class AggregationPipeline(string text, IReadOnlyList<IMixingStep> mixing, AggregationRule rule)
{
    private static readonly MedoidRule WithoutOwn = new();

    private readonly RuleNeeds needs = (rule as WeighingRule)?.Needs ?? RuleNeeds.None;
    private readonly LossData lossData = (rule as WeighingRule)?.LossData ?? LossData.Batch;
    private readonly bool needsNorms = mixing.Any(step => step.NeedsNorms);

    /// <summary>The pipeline as written.</summary>
    public string Text { get; } = text;

    /// <summary>Why the rule cannot stand behind these mixing steps; null if it can.</summary>
    public string? Contradiction { get; } =
        mixing.Count > 0 && rule is WeighingRule weighing ? Contradict(mixing, weighing) : null;

    /// <summary>A fresh state of the rule for one learner; null where it remembers nothing.</summary>
    public RuleState? CreateState(int parameters) => (rule as WeighingRule)?.CreateState(parameters);

    /// <summary>The state of the rule that <see cref="RuleStateFormat"/> wrote.</summary>
    /// <param name="bytes">The written state.</param>
    /// <param name="parameters">Length of a model.</param>
    /// <exception cref="RuleStateException">The bytes are damaged, or the state is of another rule or model.</exception>
    public RuleState RestoreState(ReadOnlySpan<byte> bytes, int parameters)
    {
        var fresh = CreateState(parameters)
            ?? throw new RuleStateException($"\"{Text}\" remembers nothing, so it has no state to restore");
        var state = RuleStateFormat.Read(bytes);
        return state.Vector.Length == fresh.Vector.Length && state.Numbers.Length == fresh.Numbers.Length ? state
            : throw new RuleStateException(
                $"\"{Text}\" on {parameters} parameters remembers {fresh.Vector.Length} values and {fresh.Numbers.Length} "
                + $"number(s); the state holds {state.Vector.Length} and {state.Numbers.Length}");
    }

    /// <summary>Whether a loss oracle is asked.</summary>
    public bool NeedsLosses => needs.Has(RuleNeeds.Losses);

    /// <summary>Whether the error on held-back data is looked at.</summary>
    public bool NeedsHeldBackError => needs.Has(RuleNeeds.HeldBackError);

    /// <summary>Whether a learner has to keep examples out of its training for the rule to look at.</summary>
    public bool NeedsHeldBackData => NeedsLosses && lossData == LossData.HeldBack;

    /// <summary>Why it cannot work on so many models; null if it can.</summary>
    public string? Refusal(int models, int byzantine) => Contradiction ?? Refusal(models, byzantine, rule);

    /// <summary>κ of its (f, κ)-robustness; null where no such constant is known.</summary>
    public double? Kappa(int models, int byzantine)
    {
        var kappa = rule.Kappa(models, byzantine);
        foreach (var step in mixing.Reverse())
        {
            kappa = kappa is { } behind ? step.Kappa(models, byzantine, behind) : null;
        }

        return kappa;
    }

    /// <summary>Aggregates the models of one exchange.</summary>
    /// <param name="input">The models, untouched.</param>
    /// <param name="result">As long as a model, overwritten.</param>
    /// <param name="workspace">The thread's memory.</param>
    /// <exception cref="AggregationRefusedException">There are too few finite models.</exception>
    public void Aggregate(in AggregationInput input, Span<float> result, AggregationWorkspace workspace)
    {
        workspace.Restart();
        var usable = Usable(input, workspace);
        var models = usable.Models;
        var byzantine = usable.Byzantine;
        var applied = needs.Has(RuleNeeds.Own) && !usable.HasOwn ? WithoutOwn : rule;
        if (Objection(input, models.Length, byzantine, applied) is { } reason)
        {
            throw new AggregationRefusedException($"\"{Text}\" cannot aggregate: {reason}");
        }

        var points = Measure(models, applied, input.State, workspace);
        var random = input.Random;
        for (var i = 0; i < mixing.Count; i++)
        {
            mixing[i].Mix(workspace.Geometry, byzantine, ref random, workspace.Step);
            workspace.Advance(first: i == 0, needsDistances: i < mixing.Count - 1 || applied is not CoordinateRule);
        }

        var mixed = mixing.Count == 0 ? null : workspace.Mixing;
        if (applied is CoordinateRule coordinates)
        {
            BlockPass.Combine(models, mixed, coordinates, byzantine, result, workspace);
            input.Trace?.Follow(input.Models, models, mixed, coordinates, byzantine);
            return;
        }

        var context = new WeighingContext
        {
            Geometry = workspace.Geometry,
            Byzantine = byzantine,
            HasOwn = usable.HasOwn,
            MixingWeights = usable.MixingWeights,
            ByzantineWeight = usable.ByzantineWeight,
            Losses = NeedsLosses && applied == rule ? LossesOf(models, input.Losses!, lossData, workspace) : default,
            HeldBackError = input.HeldBackError,
            Round = input.Round,
            Rounds = input.Rounds,
            State = input.State,
            Random = random,
            Memory = workspace.Memory,
        };
        Weigh((WeighingRule)applied, context, input, points, models.Length, mixed, result, workspace);
    }

    private static string? Contradict(IReadOnlyList<IMixingStep> steps, WeighingRule rule) =>
        rule.Needs.Has(RuleNeeds.Losses)
            ? "the rule measures the losses of the models as they are; no mixing step may stand in front"
        : rule.Needs.Has(RuleNeeds.MixingWeights) ? "the rule weighs neighbours of a graph; no mixing step may stand in front"
        : rule.Needs.Has(RuleNeeds.Own) && steps.Any(step => !step.KeepsOwn)
            ? "the rule starts from the own model, which a step in front mixes away"
        : null;

    private string? Objection(in AggregationInput input, int models, int byzantine, AggregationRule applied) =>
        models == 0 ? "no finite model is left"
        : NeedsLosses && input.Losses is null ? "it needs the losses of the models, and nobody tells them"
        : Contradiction ?? Refusal(models, byzantine, applied);

    private string? Refusal(int models, int byzantine, AggregationRule applied)
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

        return applied.Refusal(models, byzantine);
    }

    private static void Weigh(
        WeighingRule applied, in WeighingContext context, in AggregationInput input, ReadOnlySpan<float[]> points, int models,
        MixingMatrix? mixed, Span<float> result, AggregationWorkspace workspace)
    {
        var (count, hasStateVector) = (context.Count, applied.Needs.Has(RuleNeeds.StateVector));
        var weights = context.Memory.Doubles(hasStateVector ? count + 1 : count);
        var unmixed = context.Memory.Doubles(points.Length);
        applied.Weigh(context, weights);
        if (mixed is null)
        {
            workspace.Note(weights[..count]);
        }

        for (var i = 0; i < count; i++)
        {
            for (var j = 0; mixed is not null && j < models; j++)
            {
                unmixed[j] += weights[i] * mixed.Row(i)[j];
            }
        }

        if (mixed is null)
        {
            weights[..count].CopyTo(unmixed);
        }

        if (hasStateVector)
        {
            unmixed[^1] = weights[^1];
        }

        BlockPass.WeightedSum(points, unmixed, result);
        input.Trace?.Tell(input.Models, unmixed[..models]);
        if (context.State is { } state)
        {
            applied.Remember(state, result);
        }
    }
}
