using ActorLearning.Engine.Compute;
using ActorLearning.Engine.Records;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Learners;

namespace ActorLearning.Engine.Embedded;

/// <remarks>What is measured.</remarks>
internal sealed partial class EmbeddedRun
{
    private void Record(RoundEnded ended)
    {
        var honest = ended.Reports.Where(pair => setup.Population.GroupOf(pair.Key) is null).OrderBy(pair => pair.Key).ToList();
        var round = RoundRecord.Of(
            ended.Round.Number, [.. honest.Select(pair => pair.Value)],
            [.. ended.Missing.Select(id => id.Number)], setup.Scenario.Model.Parameters);
        if (round.Accuracy is not null)
        {
            round = round with { ConsensusDistance = ConsensusDistance.Of([.. HonestModels()]) };
        }

        Add(round, honest
            .Where(pair => pair.Value.AfterAggregation is not null)
            .Select(pair => new LearnerEvaluation(
                ended.Round.Number, pair.Key.Number, pair.Value.AfterTraining, pair.Value.AfterAggregation!.Value)));
        if (cancellation.IsCancellationRequested && ended.Round.Number < setup.Scenario.Rounds)
        {
            record.IsInterrupted = true;
            isOver = true;
        }
    }

    private void EvaluateStart()
    {
        if (!setup.Scenario.Evaluation.IsDue(0, setup.Scenario.Rounds))
        {
            return;
        }

        var learners = setup.Population.Honest.Select(number => new LearnerId(number))
            .Where(id => setup.IsEvaluated(id, default)).ToList();
        var distinct = setup.Scenario.SameStart ? 1 : learners.Count;
        var qualities = new Quality[learners.Count];
        workers.Run(distinct, (i, worker) =>
            qualities[i] = compute.Evaluate(((Learner)machines[learners[i].Number]).Model!.Values, worker));
        for (var i = distinct; i < qualities.Length; i++)
        {
            qualities[i] = qualities[0];
        }

        var start = new RoundRecord
        {
            Round = 0,
            Accuracy = AccuracySummary.Of([.. qualities.Select(quality => quality.Accuracy)]),
            TestLoss = qualities.Average(quality => quality.Loss),
            ConsensusDistance = ConsensusDistance.Of([.. HonestModels()]),
        };
        Add(start, learners.Select((id, i) => new LearnerEvaluation(0, id.Number, null, qualities[i])));
    }

    private void Add(RoundRecord round, IEnumerable<LearnerEvaluation> evaluations)
    {
        record.Add(round, evaluations);
        record.Elapsed = clock.Elapsed;
        progress?.Invoke(new RunProgress(record, round));
    }
}
