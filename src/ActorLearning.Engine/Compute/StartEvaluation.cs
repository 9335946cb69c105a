using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Records;
using ActorLearning.Protocol;

namespace ActorLearning.Engine.Compute;

/// <summary>The evaluation of the start, before round 1: round 0 of the record.</summary>
public static class StartEvaluation
{
    /// <summary>Adds round 0 to a record, where the scenario evaluates it.</summary>
    public static void Add(RunRecord record, RunSetup setup, LearnerCompute compute, WorkerPool workers)
    {
        var scenario = setup.Scenario;
        if (!scenario.Evaluation.IsDue(0, scenario.Rounds))
        {
            return;
        }

        var learners = setup.Population.At(default).Honest.Select(number => new LearnerId(number))
            .Where(id => setup.IsEvaluated(id, default)).ToList();
        var starts = learners.Take(scenario.SameStart ? 1 : learners.Count).Select(setup.StartOf).ToList();
        var qualities = new Quality[learners.Count];
        workers.Run(starts.Count, (i, worker) => qualities[i] = compute.Evaluate(null, starts[i], [], worker));
        for (var i = starts.Count; i < qualities.Length; i++)
        {
            qualities[i] = qualities[0];
        }

        var round = new RoundRecord
        {
            Round = 0,
            Accuracy = AccuracySummary.Of([.. qualities.Select(quality => quality.Accuracy)]),
            TestLoss = qualities.Average(quality => quality.Loss),
            ConsensusDistance = starts.Count == 1 ? 0 : ConsensusDistance.Of(starts),
        };
        record.Add(round, learners.Select((id, i) => new LearnerEvaluation(0, id.Number, null, qualities[i])));
    }
}
