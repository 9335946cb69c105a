using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Learners;
using ActorLearning.Testing.Networks;
using ActorLearning.Testing.Promises;
using ActorLearning.Testing.Schedules;
using static ActorLearning.Testing.Networks.Happening;

namespace ActorLearning.Testing.Tests.Schedules;

public sealed class ScheduleTests
{
    /// <summary>Three honest learners that all pull from each other.</summary>
    private static readonly NetworkPlan Three = NetworkPlan.Small(learners: 3, pulled: 2);

    [Fact]
    public void Left_alone_the_run_ends_and_everybody_reports_every_round()
    {
        var schedule = new Schedule(Three).DeliverTheRest();

        schedule.Expect(Expect.RoundEnded(1)).Expect(Expect.RoundEnded(2)).Expect(Expect.RunEnded());
        Assert.Equal(TimeSpan.Zero, schedule.Network.Now);
    }

    [Fact]
    public void A_held_answer_is_missed_after_the_deadline_and_late_when_it_comes()
    {
        var answer = Answer(round: 1, from: 2, to: 0);

        new Schedule(Three)
            .Hold(answer)
            .TimePasses(TimeSpan.FromSeconds(4))
            .Expect(Expect.Phase(0, LearnerPhase.Pulling, 1))
            .Hold(Tick(2, to: 0))
            .Expect(Expect.Aggregate(1, at: 0, of: [0, 1]))
            .Expect(Expect.That("5 s have passed", network => network.Now == TimeSpan.FromSeconds(5)))
            .Deliver(answer)
            .Deliver(Tick(2, to: 0))
            .Expect(Expect.Fact(0, "late", 1));
    }

    [Fact]
    public void When_time_passes_all_that_is_not_held_goes_on() => new Schedule(Three)
        .Hold(Answer(1, from: 2, to: 0))
        .TimePasses(TimeSpan.FromSeconds(5))
        .Expect(Expect.RunEnded())
        .Expect(Expect.Aggregate(1, at: 0, of: [0, 1]));

    [Fact]
    public void A_lost_pull_is_a_timeout_and_the_round_goes_on() => new Schedule(Three)
        .Drop(Pull(1, from: 0, to: 2))
        .Deliver(Aggregated(1, to: 0))
        .Expect(Expect.Fact(0, "timeouts", 1))
        .Expect(Expect.NotUnderWay(Answer(1, from: 2, to: 0)))
        .DeliverTheRest()
        .Expect(Expect.RoundEnded(1));

    [Fact]
    public void A_second_answer_is_counted_and_not_aggregated() => new Schedule(Three)
        .Hold(Answer(1, from: 1, to: 0))
        .Duplicate(Answer(1, from: 2, to: 0))
        .Deliver(Answer(1, from: 2, to: 0))
        .Deliver(Answer(1, from: 2, to: 0))
        .Expect(Expect.Fact(0, "duplicates", 1))
        .Deliver(Answer(1, from: 1, to: 0))
        .Expect(Expect.Aggregate(1, at: 0, of: [0, 1, 2]));

    [Fact]
    public void A_broken_answer_ends_its_pull_at_once() => new Schedule(Three)
        .AnswerWith(Answer(1, from: 2, to: 0), Lie.NotANumber)
        .Expect(Expect.Fact(0, "broken", 1))
        .Deliver(Aggregated(1, to: 0))
        .Expect(Expect.Aggregate(1, at: 0, of: [0, 1]));

    [Fact]
    public void An_answer_nobody_asked_for_is_counted() => new Schedule(
            NetworkPlan.Small(learners: 4, pulled: 1, more: "exchange.peers=ring"))
        .Hold(Pull(1, from: 0, to: 1))
        .Send(Answer(1, from: 2, to: 0), Lie.Value(7))
        .Deliver(Answer(1, from: 2, to: 0))
        .Expect(Expect.Fact(0, "unasked", 1));

    [Fact]
    public void A_learner_that_died_joins_at_the_next_tick() => new Schedule(Three)
        .Deliver(Tick(1, to: 1))
        .Restart(1)
        .Expect(Expect.Phase(1, LearnerPhase.Idle, 0))
        .DeliverTheRest()
        .Expect(Expect.RoundEnded(1, without: 1))
        .Expect(Expect.RoundEnded(2));

    [Fact]
    public void A_coordinator_that_comes_back_ticks_again_and_is_told_again() => new Schedule(Three)
        .Deliver(Report(1, from: 0))
        .Restart(Nobody)
        .Deliver(Tick(1, to: 0))
        .Expect(Expect.UnderWay(Report(1, from: 0)))
        .DeliverTheRest()
        .Expect(Expect.RoundEnded(1))
        .Expect(Expect.RunEnded());

    [Fact]
    public void A_line_that_cannot_be_done_names_itself_and_what_is_under_way()
    {
        var schedule = new Schedule(Three);

        var never = Assert.Throws<ScheduleException>(() => schedule.Drop(Pull(9, from: 0, to: 1)));
        var unmet = Assert.Throws<ScheduleException>(() => new Schedule(Three).Expect(Expect.UnderWay(Report(1, from: 0))));

        Assert.Equal("line 1, drop pull 9 from 0 to 1: that is not under way and never gets. The run is over.", never.Message);
        Assert.StartsWith(
            "line 1, expect report 1 from 0: is not so. Under way at 0 s: tick 1 to 0; tick 1 to 1; tick 1 to 2; deadline 1.",
            unmet.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("restart 9", "there is no such learner")]
    [InlineData("send pull 1 from 0 to 9", "there is no such learner")]
    [InlineData("expect learner 9 idle 0", "is not so")]
    [InlineData("drop tick 1 to 9", "that is not under way and never gets")]
    public void A_learner_that_is_not_there_fails_the_line(string line, string reason)
    {
        var step = ScheduleText.Parse(line, out _)!.Value;

        var failed = Assert.Throws<ScheduleException>(() => new Schedule(Three).Play(step));

        Assert.StartsWith($"line 1, {line}: {reason}. ", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void After_the_run_nothing_can_be_restarted() => Assert.Contains(
        "that comes too late",
        Assert.Throws<ScheduleException>(() => new Schedule(Three).DeliverTheRest().Restart(0)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_run_in_which_nobody_reports_is_stuck_with_names()
    {
        var schedule = new Schedule(Three);
        for (var learner = 0; learner < 3; learner++)
        {
            schedule.Drop(Tick(1, to: learner));
        }

        schedule.DeliverTheRest().Expect(Expect.RunStuck());

        var stuck = Assert.IsType<RunStuck>(schedule.Network.Story![^1].Effect);
        Assert.Equal([0, 1, 2], stuck.Missing.Select(learner => learner.Number));
    }

    [Fact]
    public void A_broken_promise_fails_the_line_that_shows_it()
    {
        var plan = Three with { MakeLearner = (settings, state) => new Machines.ForgetsWaitingPulls(settings, state) };

        var broken = Assert.Throws<ScheduleException>(() => new Schedule(plan)
            .Hold(Tick(1, to: 1))
            .Deliver(Pull(1, from: 0, to: 1))
            .DeliverTheRest());

        Assert.Contains($"{Promise.EveryPullAnswered}: learner 1", broken.Message, StringComparison.Ordinal);
    }
}
