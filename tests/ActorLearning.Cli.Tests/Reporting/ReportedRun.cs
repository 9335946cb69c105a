using ActorLearning.Engine.Records;
using ActorLearning.Protocol;
using ActorLearning.Reporting;
using ActorLearning.Reporting.Runs;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cli.Tests.Reporting;

/// <summary>Made-up records with what is hard to report: nothing measured, fractions, losses that are no numbers.</summary>
internal static class ReportedRun
{
    private static readonly string[] Shown =
    [
        "seed", "learners", "byzantine.count", "byzantine.attack", "data.set", "data.split", "model", "training.rate",
        "exchange.peers", "aggregation", "rounds",
    ];

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

    /// <summary>A record of any size in which every learner gets better in its own way, two of five being Byzantine.</summary>
    public static RunRecord MakeLarge(int honest, int rounds, string name = "Tiny run")
    {
        var text = Workplace.Tiny.Replace("Tiny run", $"'{name.Replace("'", "''", StringComparison.Ordinal)}'",
            StringComparison.Ordinal);
        var record = new RunRecord(ScenarioFile.Parse("tiny.yaml", text), "made up", byzantine: [honest])
        {
            Elapsed = TimeSpan.FromSeconds(83.25),
            ModelHash = new string('a', 64),
            Shards = [.. Enumerable.Range(0, honest).Select(i => new LearnerShard(i, [i * 7 % 50, 1000 + i, 3]))],
            Confusion = new Confusion(0, [[90, 10, 0], [1, 99, 0], [0, 1, 2]]),
            Phases = new PhaseTimes(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(2.5), default, TimeSpan.FromSeconds(.25)),
        };
        for (var round = 0; round <= rounds; round++)
        {
            var accuracies = Enumerable.Range(0, honest).Select(i => 1 - 1 / (1.5 + (i + 1) * round / 10.0)).ToList();
            record.Add(
                new RoundRecord
                {
                    Round = round,
                    TrainingLoss = round == 0 ? null : 2.5 / round,
                    Accuracy = AccuracySummary.Of(accuracies),
                    AccuracyAfterTraining = round == 0 ? null : new AccuracySummary(.5, .4, .6),
                    TestLoss = 2 / (1.0 + round),
                    ConsensusDistance = Math.Pow(10, -round % 4),
                    ByzantineMetMax = round == 0 ? 0 : 1 + round % 2,
                    Pulls = 3 * honest,
                    Answers = 3 * honest - 1,
                    Timeouts = round % 3,
                    Bytes = 31_400L * honest,
                },
                accuracies.Select((accuracy, i) => new LearnerEvaluation(round, i, null, new Quality(accuracy, 1 - accuracy))));
        }

        return record;
    }

    /// <summary>A small record of a run on a graph, with all that only some runs measure.</summary>
    public static RunRecord MakeGraph(string peers = "ring", int learners = 8, int rounds = 4)
    {
        var text = Workplace.Tiny.Replace("pull(3)", peers, StringComparison.Ordinal)
            .Replace("learners: 5", $"learners: {learners}", StringComparison.Ordinal)
            .Replace("trimmed-mean", "gts", StringComparison.Ordinal);
        var record = new RunRecord(ScenarioFile.Parse("tiny.yaml", text), "made up", byzantine: [2, 4])
        {
            ModelHash = new string('b', 64),
        };
        for (var round = 0; round <= rounds; round++)
        {
            var after = .9 - .5 / (1 + round);
            record.Add(
                new RoundRecord
                {
                    Round = round,
                    Accuracy = new AccuracySummary(after, after - .1, after + .05),
                    AccuracyAfterTraining = round == 0 ? null : new AccuracySummary(after - .2, after - .3, after - .1),
                    Oscillation = round == 0 ? null : .2,
                    Seen = after + .02,
                    Unseen = after - .1,
                    SeenAfterTraining = round == 0 ? null : after + .03,
                    UnseenAfterTraining = round == 0 ? null : after - .4,
                    ByzantineMetMax = round == 0 ? 0 : 2,
                    HonestOffered = 10 * round,
                    HonestRefused = 3 * round,
                    ByzantineOffered = 4 * round,
                    ByzantineAccepted = round,
                },
                []);
        }

        return record;
    }

    /// <summary>What the folder of a record tells.</summary>
    public static FinishedRun ReadAll(Workplace work, RunRecord record)
    {
        var folder = RunFolder.Create(work.Runs, record.Scenario);
        folder.Finish(record);
        return RunReader.Read(folder.Path);
    }

    /// <summary>The same without what depends on the machine, or changes as soon as scenarios have one more key.</summary>
    public static FinishedRun Read(Workplace work, RunRecord record)
    {
        var run = ReadAll(work, record);
        return run with
        {
            Fingerprint = "0a1b2c3d",
            Settings = run.Settings.Where(pair => Shown.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value),
            Versions = new Dictionary<string, string> { ["actorlearning"] = "1.2.3", ["processor"] = "x64" },
            Commit = "0123456789abcdef",
        };
    }
}
