using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Preparation;
using ActorLearning.Numerics;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Engine.Tests.Faults;

public sealed class FaultyRunTests
{
    [Fact]
    public void Latency_below_the_deadline_changes_no_model()
    {
        var record = SmallRun.Run("faults=[log-normal-latency(20ms)]");

        Assert.Equal(SmallRun.Run().ModelHash, record.ModelHash);
        Assert.Equal(0, record.Rounds.Sum(round => round.Timeouts));
    }

    [Fact]
    public void Latency_beyond_the_deadline_is_a_timeout_and_a_late_answer()
    {
        var record = SmallRun.Run("faults=['latency(3s)']");

        var total = record.Rounds.Sum(round => round.Pulls);
        Assert.Equal(6 * 8 * 5, total);
        Assert.Equal(total, record.Rounds.Sum(round => round.Timeouts));
        Assert.True(record.Rounds.Sum(round => round.Late) > total / 2, $"{record.Rounds.Sum(round => round.Late)}");
    }

    [Fact]
    public void The_last_models_stand_beside_their_learners_where_one_has_crashed()
    {
        var whole = SmallRun.Run("faults=['training-time(1s)']", "byzantine.count=0");
        var record = SmallRun.Run("faults=['training-time(1s)', 'crash(2, at=1500ms)']", "byzantine.count=0");

        Assert.Equal(Enumerable.Range(0, 10), whole.Models.Select(item => item.Learner));
        Assert.Equal([0, 1, 3, 4, 5, 6, 7, 8, 9], record.Models.Select(item => item.Learner));
        var last = record.Evaluations.Where(item => item.Round == 6).ToDictionary(item => item.Learner);
        var setup = RunSetup.Load(record.Scenario);
        Assert.All(record.Models, item => Assert.Equal(
            last[item.Learner].AfterAggregation.Loss, setup.Evaluator.Evaluate(item.Parameters, new Scratch()).Loss));
    }

    [Fact]
    public void Lost_messages_are_timeouts_and_replacements_bring_models_for_them()
    {
        const string Loss = "faults=['loss(0.2, sender=0..9, receiver=0..9)']";
        var without = SmallRun.Run(Loss, "rounds=10");
        var with = SmallRun.Run(Loss, "rounds=10", "exchange.replacement=4");

        // 400 pulls, .36 of which lose one of two messages.
        Assert.InRange(without.Rounds.Sum(round => round.Timeouts), 100, 200);
        Assert.True(with.Rounds.Sum(round => round.Answers) > without.Rounds.Sum(round => round.Answers) + 50);
    }

    [Fact]
    public void Messages_that_come_twice_count_once_and_change_no_model()
    {
        var record = SmallRun.Run("faults=['duplication(1)']");

        Assert.Equal(SmallRun.Run().ModelHash, record.ModelHash);
        Assert.True(record.Rounds.Sum(round => round.Duplicates + round.Late) >= record.Rounds.Sum(round => round.Answers) / 2);
    }

    [Fact]
    public void A_learner_that_crashed_joins_from_its_peers_and_learns_on()
    {
        string[] setting = ["rounds=30", "evaluate.every=0", "evaluate.images=1000", "byzantine.count=0"];
        var well = SmallRun.Run(setting);

        var record = SmallRun.Run([.. setting, "faults=['training-time(1s)', 'crash(4, at=15.5s, until=20.2s)']"]);

        // Nobody is tolerated, so the round of the death waits for its deadline: the learner comes back within it.
        Assert.Equal([4], record.Rounds.SelectMany(round => round.Missing));
        Assert.Equal(30, record.Last!.Round);
        var crashed = record.Evaluations.Single(item => item.Learner == 4 && item.Round == 30).AfterAggregation.Accuracy;
        Assert.InRange(crashed, well.Accuracy!.Worst - .05, 1);
    }

    [Fact]
    public void A_learner_that_never_comes_back_is_named_in_every_round_and_has_no_part_in_the_outcome()
    {
        var record = SmallRun.Run("faults=['training-time(1s)', 'crash(4, at=1500ms)']", "byzantine.placement=[8, 9]");

        Assert.Equal([0, 0, 1, 1, 1, 1, 1], record.Rounds.Select(round => round.Missing.Count));
        Assert.NotNull(record.ModelHash);
    }

    [Fact]
    public void When_all_have_crashed_the_run_says_so()
    {
        var failure = Assert.Throws<RunFailedException>(() =>
            SmallRun.Run("faults=['training-time(1s)', 'crash(100%, at=1500ms, until=2s)']"));

        Assert.Contains("no honest learner has a model left", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void When_all_have_crashed_for_good_the_run_names_whom_it_waits_for()
    {
        var failure = Assert.Throws<RunFailedException>(() =>
            SmallRun.Run("faults=['training-time(1s)', 'crash(100%, at=1500ms)']", "byzantine.count=0"));

        Assert.Equal("round 2 cannot go on: it waits for learner(s) 0, 1, 2, 3, 4, 5, 6, 7, 8, 9", failure.Message);
        Assert.Equal(1, failure.Record.Last!.Round);
    }

    [Fact]
    public void A_coordinator_that_was_away_loses_no_round_and_changes_no_model()
    {
        var record = SmallRun.Run("faults=['training-time(1s)', 'coordinator-down(from=1500ms, until=1h)']");

        Assert.Equal(SmallRun.Run().ModelHash, record.ModelHash);
        Assert.All(record.Rounds, round => Assert.Empty(round.Missing));
    }

    [Fact]
    public void A_coordinator_that_is_away_at_the_start_starts_later() =>
        Assert.Equal(SmallRun.Run().ModelHash, SmallRun.Run("faults=['coordinator-down(from=0s, until=10s)']").ModelHash);

    [Fact]
    public void Slow_learners_are_left_behind_at_the_deadline_and_catch_up()
    {
        var record = SmallRun.Run(
            "rounds=12", "exchange.roundDeadline=3s", "exchange.patience=3s", "exchange.deadline=1s", "byzantine.count=0",
            "faults=['training-time(1s)', 'slow(2, factor=5)']");

        Assert.Equal(12, record.Last!.Round);
        Assert.All(record.Rounds.SelectMany(round => round.Missing), missing => Assert.Equal(2, missing));
        Assert.InRange(record.Rounds.Sum(round => round.Missing.Count), 6, 12);
    }

    [Fact]
    public void Partitioned_sides_learn_each_for_itself_and_meet_again()
    {
        // A round takes a second of training and a second of waiting for the other side.
        var record = SmallRun.Run(
            "rounds=20", "exchange.deadline=1s", "byzantine.count=0", "evaluate.every=5",
            "faults=['training-time(1s)', 'partition(0..4, from=0s, until=20500ms)']");

        var waits = record.Rounds.Where(round => round.Timeouts > 0).Select(round => round.Round).ToList();
        Assert.Equal(Enumerable.Range(1, 10), waits);
        var apart = record.Rounds.Single(round => round.Round == 10).ConsensusDistance!.Value;
        Assert.True(record.Last!.ConsensusDistance < apart / 2, $"{apart}, then {record.Last.ConsensusDistance}");
    }

    [Fact]
    public void With_three_in_ten_peers_silent_replacement_pulls_keep_the_accuracy()
    {
        double[] Accuracy(params string[] overrides)
        {
            var file = Path.Combine(Repository(), "scenarios", "faults", "silent-peers.yaml");
            var scenario = ScenarioFile.Read(file, ["rounds=60", "evaluate.every=0", .. overrides]);
            var run = new EmbeddedEngine(new EmbeddedOptions()).RunAsync(scenario, null, CancellationToken.None);
            var accuracy = run.GetAwaiter().GetResult().Accuracy!;
            return [accuracy.Mean, accuracy.Worst];
        }

        var well = Accuracy("byzantine.count=0");
        var with = Accuracy();
        var without = Accuracy("exchange.replacement=0");

        Assert.InRange(with[0], well[0] - .01, 1);
        Assert.True(without[1] < with[1] - .01, $"worst without replacement {without[1]}, with {with[1]}");
    }

    [Fact]
    public void Work_under_way_keeps_its_models()
    {
        string[] setting = ["faults=['training-time(1s, sigma=1)', log-normal-latency(100ms)]", "rounds=8"];

        var poisoned = SmallRun.Run(new EmbeddedOptions { Threads = 2, PoisonFreeBuffers = true }, setting);

        Assert.Equal(SmallRun.Run(setting).ModelHash, poisoned.ModelHash);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ActorLearning.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("there is no ActorLearning.sln above the tests");
        }

        return folder.FullName;
    }
}
