using ActorLearning.Engine.Records;
using ActorLearning.Protocol;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cli.Tests.Reporting;

/// <summary>A made-up record with what is hard to report: nothing measured, fractions, losses that are no numbers.</summary>
internal static class ReportedRun
{
    public static RunRecord Make()
    {
        var record = new RunRecord(ScenarioFile.Parse("tiny.yaml", Workplace.Tiny), "made up", byzantine: [2])
        {
            Elapsed = TimeSpan.FromSeconds(1.5),
        };
        record.Add(new RoundRecord { Round = 0 }, []);
        record.Add(
            new RoundRecord
            {
                Round = 1,
                TrainingLoss = double.NaN,
                Accuracy = new AccuracySummary(Mean: 0.5, Worst: 0.25, Best: 0.75),
                TestLoss = double.PositiveInfinity,
                ConsensusDistance = 1e-7,
                ByzantineMetMax = 1,
                Pulls = 3_000_000_000,
                Missing = [3, 4],
            },
            [new LearnerEvaluation(Round: 1, Learner: 0, AfterTraining: null, new Quality(Accuracy: 0.5, Loss: -1.25))]);
        return record;
    }
}
