using ActorLearning.Engine.Embedded;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;

namespace ActorLearning.Engine.Tests.Faults;

public sealed class FreeRunTests
{
    private const string Stragglers =
        "faults=['training-time(1s, sigma=0.2)', 'slow(2, 6, factor=10)', 'log-normal-latency(20ms)']";

    private static readonly string[] Long = ["rounds=30", "evaluate.every=0", "evaluate.images=1000", "exchange.deadline=2s"];

    [Fact]
    public void Every_honest_learner_does_all_its_rounds()
    {
        var trained = new Dictionary<LearnerId, List<int>>();

        var record = SmallRun.Run(Noting(trained), [.. Long, "exchange.ticks=none", Stragglers]);

        var honest = record.Scenario.Learners - record.Byzantine.Count;
        Assert.Equal(honest, trained.Count);
        Assert.All(trained.Values, rounds => Assert.Equal(Enumerable.Range(1, 30), rounds));
        Assert.All(record.Rounds, round => Assert.Empty(round.Missing));
    }

    [Fact]
    public void Nobody_waits_for_a_straggler_and_the_models_are_nearly_as_good()
    {
        string[] setting = [.. Long, Stragglers, "byzantine.attack=sign-flip", "byzantine.placement=[8, 9]"];
        var (straggler, behind) = (0, 0);
        var options = new EmbeddedOptions
        {
            IsLost = (learner, effect) =>
            {
                straggler = learner.Number == 2 && effect is Train train ? train.Round.Number : straggler;
                behind = learner.Number == 0 && effect is Train { Round.Number: 30 } ? straggler : behind;
                return false;
            },
        };

        var record = SmallRun.Run(options, [.. setting, "exchange.ticks=none(staleness=30)"]);
        var ticked = SmallRun.Run(setting);

        Assert.InRange(behind, 2, 5); // The round a ten times slower one is in when another begins its last.
        Assert.Equal(0, record.Rounds.Sum(round => round.Timeouts));
        Assert.True(record.Accuracy!.Mean > ticked.Accuracy!.Mean - .1, $"{record.Accuracy}, ticked {ticked.Accuracy}");
    }

    [Fact]
    public void A_stale_model_is_waited_for_until_the_deadline_and_then_missing()
    {
        var strict = SmallRun.Run([.. Long, "exchange.ticks=none(staleness=0)", Stragglers]);
        var loose = SmallRun.Run([.. Long, "exchange.ticks=none(staleness=30)", Stragglers]);

        Assert.True(strict.Rounds.Sum(round => round.Timeouts) > 100, $"{strict.Rounds.Sum(round => round.Timeouts)}");
        Assert.Equal(0, loose.Rounds.Sum(round => round.Timeouts));
        Assert.NotEqual(strict.ModelHash, loose.ModelHash);
    }

    [Fact]
    public void A_learner_that_crashed_does_the_rest_of_its_rounds_after_its_return()
    {
        var trained = new Dictionary<LearnerId, List<int>>();

        var record = SmallRun.Run(
            Noting(trained), [.. Long, "exchange.ticks=none", "exchange.patience=1s", "byzantine.count=0",
            "faults=['training-time(1s)', 'crash(4, at=10500ms, until=15s)']"]);

        // It dies in round 11 and joins in it, which costs the training of that round.
        Assert.Equal([.. Enumerable.Range(1, 11), .. Enumerable.Range(12, 19)], trained[new LearnerId(4)]);
        Assert.All(record.Rounds, round => Assert.Empty(round.Missing));
    }

    [Fact]
    public void A_learner_that_never_comes_back_holds_up_the_end_by_no_more_than_deadlines()
    {
        var record = SmallRun.Run(
            [.. Long, "exchange.ticks=none", "byzantine.count=0", "faults=['training-time(1s)', 'crash(4, at=10500ms)']"]);

        Assert.Equal(30, record.Last!.Round);
        Assert.All(record.Rounds.Where(round => round.Round <= 10), round => Assert.Empty(round.Missing));
        Assert.All(record.Rounds.Where(round => round.Round > 10), round => Assert.Equal([4], round.Missing));
    }

    [Fact]
    public void A_run_in_which_nobody_is_heard_of_names_whom_it_waits_for()
    {
        var options = new EmbeddedOptions { IsLost = (_, effect) => effect is Report { Round.Number: > 2 } };

        var failure = Assert.Throws<RunFailedException>(() => SmallRun.Run(options, "exchange.ticks=none", "byzantine.count=0"));

        Assert.Equal("round 3 cannot go on: it waits for learner(s) 0, 1, 2, 3, 4, 5, 6, 7, 8, 9", failure.Message);
    }

    private static EmbeddedOptions Noting(Dictionary<LearnerId, List<int>> trained) => new()
    {
        IsLost = (learner, effect) =>
        {
            if (effect is Train train)
            {
                trained.TryAdd(learner, []);
                trained[learner].Add(train.Round.Number);
            }

            return false;
        },
    };
}
