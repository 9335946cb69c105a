using ActorLearning.Engine.Embedded;
using ActorLearning.Protocol.Effects;

namespace ActorLearning.Engine.Tests;

public sealed class RoundsThatHangTests
{
    [Fact]
    public void A_round_that_cannot_go_on_names_whom_it_waits_for()
    {
        var options = new EmbeddedOptions { IsLost = (_, effect) => effect is Report { Round.Number: 3 } };

        var failure = Assert.Throws<RunFailedException>(() => SmallRun.Run(options));

        Assert.Equal("round 3 cannot go on: it waits for learner(s) 0, 1, 2, 3, 4, 5, 6, 7, 8, 9", failure.Message);
        Assert.Equal(2, failure.Record.Last!.Round);
    }

    [Fact]
    public void A_learner_whose_report_is_lost_is_named_and_the_round_goes_on()
    {
        var options = new EmbeddedOptions { IsLost = (sender, effect) =>
            sender.Number == 4 && effect is Report { Round.Number: 2 } };

        var record = SmallRun.Run(options);

        Assert.Equal(6, record.Last!.Round);
        Assert.Equal([4], record.Rounds.Single(round => round.Round == 2).Missing);
        Assert.NotNull(record.ModelHash);
    }

    [Fact]
    public void Lost_answers_are_timeouts_and_the_run_ends()
    {
        var options = new EmbeddedOptions { IsLost = (_, effect) => effect is Reply };

        var record = SmallRun.Run(options);

        Assert.Equal(6, record.Last!.Round);
        Assert.Equal(0, record.Rounds.Sum(round => round.Answers));
    }

    [Fact]
    public void Learners_that_wait_for_silent_peers_are_left_behind_by_a_short_round_and_catch_up()
    {
        var record = SmallRun.Run("byzantine.attack=silent", "exchange.roundDeadline=1s", "exchange.patience=1s", "rounds=10");

        Assert.Equal(10, record.Last!.Round);
        Assert.Contains(record.Rounds, round => round.Missing.Count > 0);
    }
}
