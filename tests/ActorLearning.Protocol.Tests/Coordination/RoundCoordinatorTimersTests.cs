using ActorLearning.Protocol.Effects;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Coordination;

public sealed class RoundCoordinatorTimersTests
{
    [Fact]
    public void Patience_starts_once_when_all_but_the_tolerated_have_reported()
    {
        var coordinator = new CoordinatorHarness(learners: 5, tolerated: 2);
        coordinator.Start();

        var (first, second) = (coordinator.Report(4, 1), coordinator.Report(2, 1));
        var third = coordinator.Report(0, 1);
        var fourth = coordinator.Report(1, 1);

        Assert.Empty(first.Concat(second).Concat(fourth));
        Assert.Equal<Effect>([new WakeAfter(CoordinatorHarness.Patience, WakeReason.Patience, RoundOf(1))], third);
    }

    [Fact]
    public void When_patience_ends_the_round_ends_and_the_missing_are_named()
    {
        var coordinator = new CoordinatorHarness(learners: 5, tolerated: 2);
        coordinator.Start();
        coordinator.Report(4, 1);
        coordinator.Report(2, 1);
        coordinator.Report(0, 1);

        var effects = coordinator.Wake(WakeReason.Patience, 1);

        var ended = Assert.IsType<RoundEnded>(effects[0]);
        Assert.Equal(Ids(0, 2, 4), ended.Reports.Keys.Order());
        Assert.Equal(Ids(1, 3), ended.Missing);
        Assert.Equal(CoordinatorHarness.StartOf(2), effects.Skip(1));
    }

    [Fact]
    public void With_nobody_tolerated_there_is_no_patience()
    {
        var coordinator = new CoordinatorHarness(learners: 3, rounds: 1, tolerated: 0);
        coordinator.Start();

        var effects = Enumerable.Range(0, 3).SelectMany(learner => coordinator.Report(learner, 1));

        Assert.DoesNotContain(effects, effect => effect is WakeAfter);
    }

    [Fact]
    public void At_the_deadline_the_run_goes_on_with_whoever_has_reported()
    {
        var coordinator = new CoordinatorHarness(learners: 4, tolerated: 1);
        coordinator.Start();
        coordinator.Report(2, 1);

        var effects = coordinator.Wake(WakeReason.Deadline, 1);

        var ended = Assert.IsType<RoundEnded>(effects[0]);
        Assert.Equal(Ids(0, 1, 3), ended.Missing);
        Assert.Equal(CoordinatorHarness.StartOf(2), effects.Skip(1));
    }

    [Fact]
    public void At_the_deadline_without_a_report_the_run_is_stuck_and_names_whom_it_waited_for()
    {
        var coordinator = new CoordinatorHarness(learners: 3);
        coordinator.Start();

        var effects = coordinator.Wake(WakeReason.Deadline, 1);

        var stuck = Assert.IsType<RunStuck>(Assert.Single(effects));
        Assert.Equal(RoundOf(1), stuck.Round);
        Assert.Equal(Ids(0, 1, 2), stuck.Missing);
    }

    [Fact]
    public void After_the_run_is_stuck_reports_and_timers_are_ignored()
    {
        var coordinator = new CoordinatorHarness();
        coordinator.Start();
        coordinator.Wake(WakeReason.Deadline, 1);

        var effects = coordinator.ReportAll(1).Concat(coordinator.Wake(WakeReason.Deadline, 1));

        Assert.Empty(effects);
    }

    [Theory]
    [InlineData(WakeReason.Patience, 1)]
    [InlineData(WakeReason.Deadline, 1)]
    [InlineData(WakeReason.Deadline, 0)]
    [InlineData(WakeReason.Deadline, 3)]
    public void A_timer_of_another_round_is_ignored(WakeReason why, int round)
    {
        var coordinator = new CoordinatorHarness();
        coordinator.Start();
        coordinator.ReportAll(1);
        coordinator.Report(0, 2);

        var effects = coordinator.Wake(why, round);

        Assert.Empty(effects);
        Assert.Equal(RoundOf(2), coordinator.Round);
    }

    [Fact]
    public void A_coordinator_that_comes_back_in_mid_round_ticks_again_and_sets_its_timers_anew()
    {
        var coordinator = new CoordinatorHarness(learners: 4, tolerated: 1);
        coordinator.Start();
        coordinator.Report(0, 1);
        coordinator.Report(1, 1);

        var early = coordinator.Start();
        coordinator.Report(2, 1);
        var late = coordinator.Start();

        Assert.Equal(CoordinatorHarness.StartOf(1), early);
        var patience = new WakeAfter(CoordinatorHarness.Patience, WakeReason.Patience, RoundOf(1));
        Assert.Equal([.. CoordinatorHarness.StartOf(1), patience], late);
        Assert.Equal(Ids(3), coordinator.Missing);
    }

    [Fact]
    public void The_last_round_may_end_at_its_deadline_too()
    {
        var coordinator = new CoordinatorHarness(rounds: 1);
        coordinator.Start();
        coordinator.Report(0, 1);

        var effects = coordinator.Wake(WakeReason.Deadline, 1);

        Assert.Equal([typeof(RoundEnded), typeof(RunEnded)], effects.Select(effect => effect.GetType()));
        Assert.Empty(coordinator.Wake(WakeReason.Deadline, 1));
    }
}
