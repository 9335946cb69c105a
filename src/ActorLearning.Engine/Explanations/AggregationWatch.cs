using ActorLearning.Engine.Compute;
using ActorLearning.Engine.Preparation;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Learners;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Engine.Explanations;

/// <summary>Writes down the aggregations of one learner in one round as they happen.</summary>
/// <remarks>A learner has one aggregation under way at a time, so one thread at a time comes here.</remarks>
internal sealed class AggregationWatch(RunSetup setup, LearnerId learner, Round round)
{
    private readonly LearnerCompute compute = new(setup);
    private readonly List<AggregationExplanation> seen = [];

    /// <summary>What was seen so far.</summary>
    public IReadOnlyList<AggregationExplanation> Seen => seen;

    /// <summary>Something that follows an aggregation; null where it is another learner's or round's.</summary>
    public AggregationTrace? Follow(LearnerId who, Aggregate effect) =>
        who == learner && effect.Key.Round == round ? new AggregationTrace() : null;

    /// <summary>Tells of an aggregation that was followed.</summary>
    /// <param name="effect">What was asked for.</param>
    /// <param name="slots">The pulls behind it.</param>
    /// <param name="result">What came out; null where the rule refused.</param>
    /// <param name="trainingState">What the learner carries beside its model.</param>
    /// <param name="trace">What followed it.</param>
    /// <param name="worker">Memory to work in.</param>
    public void Tell(
        Aggregate effect, IReadOnlyList<PullSlot> slots, float[]? result, float[] trainingState, AggregationTrace trace,
        Worker worker)
    {
        var own = effect.HasOwn ? effect.Contributions[0].Model.Values : null;
        var models = effect.Contributions.Select((item, place) => Explain(item, place, own, trace)).ToList();
        var absent = slots.Where(slot => models.TrueForAll(model => model.Peer != slot.Peer.Number));
        models.AddRange(absent.Select(slot => new ExplainedModel(
            slot.Peer.Number, IsByzantine(slot.Peer),
            slot.State == PullSlotState.Replaced ? ContributionOutcome.Replaced : ContributionOutcome.Missing,
            Distance: null, Weight: null, Cut: null)));
        seen.Add(new AggregationExplanation(
            learner.Number, round.Number, effect.Key.Step, setup.Scenario.Aggregation.Text, effect.AssumedByzantine,
            [.. models.OrderByDescending(model => model.Outcome == ContributionOutcome.Own).ThenBy(model => model.Peer)],
            Loss(own, trainingState, worker), Loss(result, trainingState, worker)));
    }

    private ExplainedModel Explain(Contribution item, int place, float[]? own, AggregationTrace trace) => new(
        item.Peer.Number, IsByzantine(item.Peer),
        own is not null && place == 0 ? ContributionOutcome.Own
        : item.Answered ? ContributionOutcome.Answered : ContributionOutcome.Filled,
        own is null ? null : Math.Sqrt(Distances.Squared(own, item.Model.Values)),
        trace.Weights.Length > 0 ? trace.Weights[place] : null,
        trace.Cut.Length > 0 ? trace.Cut[place] : null);

    private bool IsByzantine(LearnerId id) => setup.Population.At(round).GroupOf(id) is not null;

    private ExplainedLoss? Loss(float[]? model, float[] trainingState, Worker worker)
    {
        if (model is null)
        {
            return null;
        }

        var training = worker.LossesOf(setup, learner, round, trainingState).Loss(model);
        var quality = compute.Evaluate(learner, model, trainingState, worker);
        return new ExplainedLoss(training, quality.Loss, quality.Accuracy);
    }
}
