using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Coordination;

public sealed class FreeRunCoordinatorTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RunDeadline = TimeSpan.FromSeconds(30);

    private readonly FreeRunCoordinator coordinator = new(
        new CoordinatorSettings(Learners: 3, Rounds: 4, Tolerated: 1, Patience, RunDeadline), new CoordinatorState());

    [Fact]
    public void It_ticks_once_and_sets_timers_that_outlive_the_rounds()
    {
        var effects = Feed(new RunStarted());

        Assert.Equal<Effect>(
            [
                new Tick(RoundOf(1)), new WakeAfter(Patience, WakeReason.Patience, RoundOf(5)),
                new WakeAfter(RunDeadline, WakeReason.Deadline, RoundOf(5)),
            ],
            effects);
    }

    [Fact]
    public void A_round_is_over_when_all_have_reported_it_or_a_later_one()
    {
        Feed(new RunStarted());
        Report(0, 1);
        Report(1, 4); // A Byzantine learner reports the last round at once.
        Report(0, 2);

        var effects = Report(2, 1);

        var ended = Assert.IsType<RoundEnded>(Assert.Single(effects));
        Assert.Equal(RoundOf(1), ended.Round);
        Assert.Equal(Ids(0, 2), ended.Reports.Keys.Order());
        Assert.Empty(ended.Missing);
        Assert.Equal(RoundOf(2), coordinator.Round);
    }

    [Fact]
    public void The_run_ends_when_all_have_done_their_rounds_in_whatever_order()
    {
        Feed(new RunStarted());
        List<Effect> effects = [];
        foreach (var learner in new[] { 2, 0, 1 })
        {
            for (var round = 1; round <= 4; round++)
            {
                effects.AddRange(Report(learner, round));
            }
        }

        Assert.Equal([1, 2, 3, 4], effects.OfType<RoundEnded>().Select(ended => ended.Round.Number));
        Assert.All(effects.OfType<RoundEnded>(), ended => Assert.Equal(3, ended.Reports.Count));
        Assert.Equal(new RunEnded(RoundOf(4)), effects[^1]);
    }

    [Fact]
    public void Patience_ticks_the_open_round_again_for_whoever_is_in_a_new_life()
    {
        Feed(new RunStarted());
        Report(0, 1);
        Report(1, 1);
        Report(2, 1);

        var effects = Wake(WakeReason.Patience);

        Assert.Equal<Effect>([new Tick(RoundOf(2)), new WakeAfter(Patience, WakeReason.Patience, RoundOf(5))], effects);
    }

    [Fact]
    public void Whoever_is_not_heard_of_between_two_deadlines_is_not_waited_for_until_it_reports_again()
    {
        Feed(new RunStarted());
        foreach (var learner in new[] { 0, 1 })
        {
            Report(learner, 1);
            Report(learner, 2);
        }

        var first = Wake(WakeReason.Deadline); // Learner 2 was never heard of.
        var back = Report(2, 1);
        Report(0, 3);
        var waits = Report(1, 3);
        var caughtUp = Report(2, 3);

        var ended = first.OfType<RoundEnded>().ToList();
        Assert.Equal([1, 2], ended.Select(round => round.Round.Number));
        Assert.All(ended, round => Assert.Equal(Ids(2), round.Missing));
        Assert.Empty(back.Concat(waits));
        Assert.Equal(RoundOf(3), Assert.IsType<RoundEnded>(Assert.Single(caughtUp)).Round);
    }

    [Fact]
    public void A_run_of_which_no_more_than_the_tolerated_are_done_is_stuck_when_nobody_is_heard_of()
    {
        Feed(new RunStarted());
        Report(0, 4);

        var stuck = Wake(WakeReason.Deadline);

        Assert.Equal(Ids(1, 2), Assert.IsType<RunStuck>(Assert.Single(stuck)).Missing);
        Assert.Empty(Report(1, 4));
    }

    [Fact]
    public void A_run_of_which_more_than_the_tolerated_are_done_ends_when_nobody_else_is_heard_of()
    {
        Feed(new RunStarted());
        Report(0, 4);
        Report(1, 4);

        var effects = Wake(WakeReason.Deadline);

        Assert.Equal(4, effects.OfType<RoundEnded>().Count(ended => ended.Missing.SequenceEqual(Ids(2))));
        Assert.Equal(new RunEnded(RoundOf(4)), effects[^1]);
    }

    [Fact]
    public void A_coordinator_that_comes_back_ticks_again_and_tells_its_old_timers_apart()
    {
        Feed(new RunStarted());
        Report(0, 1);

        var effects = Feed(new RunStarted());
        var old = Wake(WakeReason.Deadline, timer: 5).Concat(Wake(WakeReason.Patience, timer: 5));

        Assert.Equal(new Tick(RoundOf(1)), effects[0]);
        Assert.Equal(new WakeAfter(RunDeadline, WakeReason.Deadline, RoundOf(6)), effects[^1]);
        Assert.Empty(old);
        Assert.Equal(Ids(0, 1, 2), coordinator.Missing);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    public void A_report_from_nobody_or_of_no_round_is_ignored(int learner, int round)
    {
        Feed(new RunStarted());

        Assert.Empty(Report(learner, round));
        Assert.Empty(coordinator.Save().Ahead);
    }

    private IReadOnlyList<Effect> Feed(Input input)
    {
        var outbox = new Outbox();
        coordinator.Handle(input, outbox);
        return outbox.Effects;
    }

    private IReadOnlyList<Effect> Report(int learner, int round) =>
        Feed(new Reported(Id(learner), RoundOf(round), new RoundFacts()));

    private IReadOnlyList<Effect> Wake(WakeReason why, int timer = 5) => Feed(new Woke(why, RoundOf(timer)));
}
