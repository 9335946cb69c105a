using ActorLearning.Protocol.Effects;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Coordination;

public sealed class RoundCoordinatorTests
{
    [Fact]
    public void The_run_starts_with_a_tick_and_a_deadline()
    {
        var coordinator = new CoordinatorHarness();

        var effects = coordinator.Start();

        Assert.Equal(CoordinatorHarness.StartOf(1), effects);
    }

    [Fact]
    public void The_next_round_starts_when_all_have_reported()
    {
        var coordinator = new CoordinatorHarness(learners: 3, tolerated: 0);
        coordinator.Start();
        Assert.Empty(coordinator.Report(2, 1, pulls: 20));
        Assert.Empty(coordinator.Report(0, 1, pulls: 10));

        var effects = coordinator.Report(1, 1, pulls: 15);

        var ended = Assert.IsType<RoundEnded>(effects[0]);
        Assert.Equal(RoundOf(1), ended.Round);
        Assert.Equal([(Id(0), 10), (Id(1), 15), (Id(2), 20)], ended.Reports.Select(pair => (pair.Key, pair.Value.Pulls)));
        Assert.Empty(ended.Missing);
        Assert.Equal(CoordinatorHarness.StartOf(2, isSettled: true), effects.Skip(1));
    }

    [Fact]
    public void The_run_ends_after_the_last_round()
    {
        var coordinator = new CoordinatorHarness(rounds: 2);
        coordinator.Start();
        coordinator.ReportAll(1);

        var effects = coordinator.ReportAll(2);

        Assert.IsType<RoundEnded>(effects[0]);
        Assert.Equal(new RunEnded(RoundOf(2)), effects[1]);
        Assert.Equal(2, effects.Count);
        Assert.False(coordinator.State.IsRunning);
    }

    [Fact]
    public void A_run_of_no_rounds_ends_at_once()
    {
        var coordinator = new CoordinatorHarness(rounds: 0);

        var effects = coordinator.Start();

        Assert.Equal<Effect>([new RunEnded(default)], effects);
    }

    [Fact]
    public void Whoever_has_not_reported_is_named()
    {
        var coordinator = new CoordinatorHarness(learners: 5);
        coordinator.Start();
        coordinator.Report(3, 1);
        coordinator.Report(0, 1);

        var missing = coordinator.Missing;

        Assert.Equal(Ids(1, 2, 4), missing);
    }

    [Fact]
    public void A_repeated_report_counts_once_and_the_first_one_stays()
    {
        var coordinator = new CoordinatorHarness(learners: 2, tolerated: 0);
        coordinator.Start();
        coordinator.Report(0, 1, pulls: 1);

        var repeated = coordinator.Report(0, 1, pulls: 2);
        var ended = (RoundEnded)coordinator.Report(1, 1)[0];

        Assert.Empty(repeated);
        Assert.Equal(1, ended.Reports[Id(0)].Pulls);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 3)]
    [InlineData(0, -1)]
    [InlineData(-1, 2)]
    [InlineData(4, 2)]
    [InlineData(int.MaxValue, 2)]
    public void A_report_of_another_round_or_from_nobody_is_ignored(int learner, int round)
    {
        var coordinator = new CoordinatorHarness(learners: 4);
        coordinator.Start();
        coordinator.ReportAll(1);

        var effects = coordinator.Report(learner, round);

        Assert.Empty(effects);
        Assert.Equal(Ids(0, 1, 2, 3), coordinator.Missing);
    }

    [Fact]
    public void A_report_before_the_start_or_after_the_end_is_ignored()
    {
        var coordinator = new CoordinatorHarness(rounds: 1);

        var before = coordinator.Report(0, 0).Concat(coordinator.Report(0, 1));
        coordinator.Start();
        coordinator.ReportAll(1);
        var after = coordinator.ReportAll(1);

        Assert.Empty(before);
        Assert.Empty(after);
    }

    [Fact]
    public void A_start_of_an_ended_run_says_so_again()
    {
        var coordinator = new CoordinatorHarness(rounds: 1);
        coordinator.Start();
        coordinator.ReportAll(1);

        var ended = coordinator.Start();

        Assert.Equal<Effect>([new RunEnded(RoundOf(1))], ended);
    }
}
