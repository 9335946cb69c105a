using ActorLearning.Engine.Faults;
using ActorLearning.Protocol;

namespace ActorLearning.Engine.Tests.Faults;

public sealed class FaultPlanTests
{
    private const int Many = 4000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Without_faults_every_message_arrives_once_and_at_once()
    {
        var plan = Plan();

        Assert.True(plan.IsNetworkPerfect);
        Assert.All(Travels(plan), delays => Assert.Equal([TimeSpan.Zero], delays));
        Assert.Null(plan.NextEvent(TimeSpan.Zero));
    }

    [Fact]
    public void A_constant_latency_is_constant_and_latencies_add_up()
    {
        var plan = Plan("latency(20ms)", "latency(5ms)");

        Assert.All(Travels(plan), delays => Assert.Equal([TimeSpan.FromMilliseconds(25)], delays));
    }

    [Fact]
    public void A_uniform_latency_stays_in_its_range_and_fills_it()
    {
        var times = Travels(Plan("uniform-latency(10ms, 50ms)")).Select(delays => delays.Single().TotalMilliseconds).ToList();

        Assert.All(times, time => Assert.InRange(time, 10, 50));
        Assert.InRange(times.Average(), 29, 31);
        Assert.True(times.Min() < 11 && times.Max() > 49);
    }

    [Fact]
    public void A_log_normal_latency_has_its_median_and_spread()
    {
        var times = Travels(Plan("log-normal-latency(20ms, sigma=0.5)")).Select(delays => delays.Single().TotalMilliseconds)
            .Order().ToList();

        Assert.InRange(times[Many / 2], 19, 21);
        Assert.InRange(times[(int)(Many * .8413)], 20 * Math.Exp(.5) * .95, 20 * Math.Exp(.5) * 1.05); // One σ above.
    }

    [Fact]
    public void A_share_of_the_messages_gets_lost_or_comes_twice_or_is_held_back()
    {
        var lost = Travels(Plan("loss(0.25)")).Count(delays => delays.Count == 0);
        var twice = Travels(Plan("duplication(0.25)")).Count(delays => delays.Count == 2);
        var held = Travels(Plan("reordering(0.25, 1s)")).Where(delays => delays.Single() > TimeSpan.Zero).ToList();

        Assert.InRange(lost, Many * .22, Many * .28);
        Assert.InRange(twice, Many * .22, Many * .28);
        Assert.InRange(held.Count, Many * .22, Many * .28);
        Assert.All(held, delays => Assert.InRange(delays.Single(), TimeSpan.Zero, Second));
    }

    [Fact]
    public void The_second_copy_has_a_latency_of_its_own() =>
        Assert.All(
            Travels(Plan("duplication(1)", "uniform-latency(0s, 1s)")), delays => Assert.Equal(2, delays.Distinct().Count()));

    [Fact]
    public void A_fault_concerns_its_pair_in_its_time()
    {
        var plan = Plan("latency(1s, sender=3, receiver=0..4, from=2s, until=4s)", "latency(2s, sender=coordinator)");

        Assert.Equal(Second, One(plan, sender: 3, receiver: 4, at: 2));
        Assert.Equal(TimeSpan.Zero, One(plan, sender: 3, receiver: 4, at: 4));
        Assert.Equal(TimeSpan.Zero, One(plan, sender: 3, receiver: 5, at: 2));
        Assert.Equal(TimeSpan.Zero, One(plan, sender: 4, receiver: 3, at: 2));
        Assert.Equal(2 * Second, One(plan, sender: -1, receiver: 3, at: 2));
        Assert.Equal(TimeSpan.Zero, One(plan, sender: 3, receiver: -1, at: 2));
    }

    [Fact]
    public void A_partition_cuts_between_its_sides_and_leaves_the_coordinator()
    {
        var plan = Plan("partition(0..3, from=1s, until=2s)");

        Assert.Null(One(plan, sender: 3, receiver: 4, at: 1));
        Assert.Null(One(plan, sender: 9, receiver: 0, at: 1));
        Assert.NotNull(One(plan, sender: 0, receiver: 3, at: 1));
        Assert.NotNull(One(plan, sender: 4, receiver: 9, at: 1));
        Assert.NotNull(One(plan, sender: -1, receiver: 3, at: 1));
        Assert.NotNull(One(plan, sender: 3, receiver: 4, at: 2));
    }

    [Fact]
    public void A_share_of_learners_is_a_random_choice_of_that_size()
    {
        int[] Down(string fault) => [.. Plan(fault).CrashesAt(Second).Select(id => id.Number)];

        var first = Down("crash(30%, at=1s)");
        var second = Plan("crash(9, at=5s)", "crash(30%, at=1s)").CrashesAt(Second).Select(id => id.Number);

        Assert.Equal(3, first.Length);
        Assert.Equal(3, second.Count());
        Assert.NotEqual(first, second); // Another stream.
        Assert.Equal([2, 7, 8], Down("crash(2, 7..8, at=1s)"));
    }

    [Fact]
    public void A_learner_is_down_from_its_death_to_its_return_and_the_coordinator_while_it_is_away()
    {
        var plan = Plan("crash(3, at=1s, until=3s)", "crash(4, at=2s)", "coordinator-down(from=2s, until=5s)");
        bool Down(int learner, double at) => plan.IsDown(new LearnerId(learner), TimeSpan.FromSeconds(at));

        Assert.Equal([false, true, true, false], new[] { .9, 1, 2.9, 3 }.Select(at => Down(3, at)));
        Assert.Equal([false, true, true], new[] { 1.9, 2, 1e6 }.Select(at => Down(4, at)));
        Assert.Equal([false, true, false], new[] { 1.9, 2, 5 }.Select(at => plan.IsCoordinatorDown(TimeSpan.FromSeconds(at))));
        Assert.True(plan.CoordinatorReturnsAt(5 * Second));
        Assert.Equal([Second, 2 * Second, 5 * Second, null], new[] { 0, 1, 2, 5 }.Select(at => plan.NextEvent(at * Second)));
    }

    [Fact]
    public void Slow_learners_take_a_multiple_of_the_training_time()
    {
        var plan = Plan("training-time(2s)", "slow(1, 2, factor=10)", "slow(2, factor=3)");

        Assert.Equal([2, 20, 60], Enumerable.Range(0, 3)
            .Select(number => plan.TrainingTime(new LearnerId(number), new Round(1)).TotalSeconds));
        Assert.Equal(TimeSpan.Zero, Plan().TrainingTime(default, new Round(1)));
    }

    [Fact]
    public void A_further_fault_moves_no_draw_of_another()
    {
        var alone = Travels(Plan("log-normal-latency(20ms)")).Select(delays => delays.Single());
        var more = Travels(Plan("loss(0.2)", "log-normal-latency(20ms)", "duplication(0.2)"));

        Assert.All(alone.Zip(more).Where(pair => pair.Second.Count > 0), pair => Assert.Equal(pair.First, pair.Second[0]));
    }

    [Fact]
    public void Copies_sent_at_one_instant_have_fates_of_their_own()
    {
        var plan = Plan("loss(0.5)");
        var delays = new List<TimeSpan>();
        var arrived = Enumerable.Range(0, Many).Count(copy =>
        {
            plan.Travel(new MessageName(1, 2, MessageKind.Answer, new ExchangeKey(new Round(1), 0), copy), Second, delays);
            return delays.Count > 0;
        });

        Assert.InRange(arrived, Many * .46, Many * .54);
    }

    private static FaultPlan Plan(params string[] faults) =>
        new(SmallRun.Scenario($"faults=[{string.Join(", ", faults.Select(fault => $"'{fault}'"))}]"));

    /// <summary>What becomes of many messages.</summary>
    private static List<List<TimeSpan>> Travels(FaultPlan plan) => [.. Enumerable.Range(0, Many).Select(number =>
    {
        var delays = new List<TimeSpan>();
        var key = new ExchangeKey(new Round(number / 40), 0);
        plan.Travel(new MessageName(number % 8, 9, (MessageKind)(number % 4), key, Copy: 0), number * Second, delays);
        return delays;
    })];

    private static TimeSpan? One(FaultPlan plan, int sender, int receiver, int at)
    {
        var delays = new List<TimeSpan>();
        plan.Travel(
            new MessageName(sender, receiver, MessageKind.Pull, new ExchangeKey(new Round(1), 0), Copy: 0), at * Second, delays);
        return delays.Count > 0 ? delays.Single() : null;
    }
}
