using ActorLearning.Robustness.Planning;

namespace ActorLearning.Robustness.Tests.Planning;

public sealed class PullPlannerTests
{
    private static readonly PullSetting Hundred = new(Learners: 100, Byzantine: 10, Rounds: 200);

    [Theory]
    [InlineData(100, 10, 15, 6, .4796)]
    [InlineData(100, 10, 15, 7, .9739)]
    [InlineData(100, 10, 15, 8, .9995)]
    [InlineData(100, 8, 15, 5, .1446)]
    [InlineData(100, 8, 15, 6, .9429)]
    [InlineData(100, 8, 15, 7, .9993)]
    [InlineData(100_000, 10_000, 30, 13, .0043)]
    [InlineData(100_000, 10_000, 30, 14, .5294)]
    [InlineData(100_000, 10_000, 30, 15, .9368)]
    [InlineData(100_000, 10_000, 30, 16, .9941)]
    [InlineData(100, 10, 12, 6, .9056)]
    [InlineData(100, 10, 13, 6, .8119)]
    public void Confidence_is_the_known_one_to_four_digits(int learners, int byzantine, int peers, int assumed, double known)
    {
        var confidence = PullPlanner.Confidence(new PullSetting(learners, byzantine, Rounds: 200), peers, assumed);

        Assert.Equal(known, Math.Round(confidence, 4));
    }

    [Theory]
    [InlineData(30, 6, 12, 12, 12)]
    [InlineData(100, 10, 12, 16, 18)]
    [InlineData(1000, 100, 20, 24, 28)]
    [InlineData(10_000, 1000, 26, 30, 34)]
    [InlineData(100_000, 10_000, 30, 34, 38)]
    [InlineData(100_000, 20_000, 70, 80, 90)]
    public void The_smallest_number_of_peers_is_the_known_one(int learners, int byzantine, int ninety, int two, int three)
    {
        var setting = new PullSetting(learners, byzantine, Rounds: 200);
        foreach (var (confidence, peers) in new[] { (.9, ninety), (.99, two), (.999, three) })
        {
            var plan = PullPlanner.SmallestPeers(setting, confidence);

            Assert.NotNull(plan);
            Assert.Equal(peers, plan.Peers);
            Assert.Equal(Math.Min(peers / 2, byzantine), plan.AssumedByzantine);
            Assert.InRange(plan.Confidence, confidence, 1);
            Assert.Equal(plan.Confidence, PullPlanner.Confidence(setting, plan.Peers, plan.AssumedByzantine));
            Assert.InRange(plan.EffectiveFraction, 0, 0.4999999);
        }
    }

    [Fact]
    public void One_peer_more_than_the_smallest_plan_may_be_worse()
    {
        var plan = PullPlanner.SmallestPeers(Hundred, confidence: 0.9)!;

        Assert.Equal(12, plan.Peers);
        Assert.True(PullPlanner.Confidence(Hundred, peers: 13, assumedByzantine: 6) < 0.9);
    }

    [Fact]
    public void Every_smaller_number_of_peers_falls_short_of_the_smallest_plan()
    {
        var setting = new PullSetting(Learners: 60, Byzantine: 13, Rounds: 50);
        var plan = PullPlanner.SmallestPeers(setting, confidence: 0.99)!;

        for (var peers = 1; peers < plan.Peers; peers++)
        {
            for (var assumed = 0; 2 * assumed < peers + 1; assumed++)
            {
                Assert.True(PullPlanner.Confidence(setting, peers, assumed) < 0.99);
            }
        }
    }

    [Fact]
    public void A_tiny_risk_is_not_lost_beside_one()
    {
        var setting = new PullSetting(Learners: 100_000, Byzantine: 10_000, Rounds: 200);
        var tail = Hypergeometric.TailAbove(population: 99_999, marked: 10_000, drawn: 30, k: 19);

        var risk = 1 - PullPlanner.Confidence(setting, peers: 30, assumedByzantine: 19);

        Assert.InRange(risk, 1e-7, 1e-4);
        Assert.Equal(1, risk / (tail * 90_000 * 200), 1e-4);
    }

    [Theory]
    [InlineData(5, 2, 1, 1, 0, 0.125)]
    [InlineData(5, 2, 1, 2, 0, 1.0 / 216)]
    [InlineData(4, 3, 2, 1, 0, 0)]
    [InlineData(4, 3, 2, 2, 1, 0)]
    [InlineData(3, 1, 1, 1, 0, 0.25)]
    public void Confidence_of_a_handful_of_learners_is_the_one_counted_by_hand(
        int learners, int byzantine, int rounds, int peers, int assumed, double known)
    {
        var confidence = PullPlanner.Confidence(new PullSetting(learners, byzantine, rounds), peers, assumed);

        Assert.Equal(known, confidence, 1e-14);
    }

    [Fact]
    public void Replacement_pulls_count_as_peers_met()
    {
        var setting = Hundred with { Replacement = 3 };

        Assert.Equal(PullPlanner.Confidence(Hundred, 18, 7), PullPlanner.Confidence(setting, 15, 7));
        Assert.Equal(PullPlanner.Confidence(Hundred, 99, 9), PullPlanner.Confidence(setting, 98, 9));
        Assert.Equal(16, PullPlanner.SmallestPeers(setting, 0.99)!.Peers);
        Assert.Equal(1, PullPlanner.Confidence(setting with { Replacement = int.MaxValue }, 15, 10));
    }

    [Fact]
    public void Every_bound_has_its_plan_and_a_larger_one_is_never_less_sure()
    {
        var plans = PullPlanner.EveryBound(Hundred, peers: 15);
        var few = PullPlanner.EveryBound(Hundred, peers: 4);

        Assert.Equal(Enumerable.Range(0, 11), plans.Select(plan => plan.AssumedByzantine));
        Assert.Equal(Enumerable.Range(0, 5), few.Select(plan => plan.AssumedByzantine));
        Assert.All(plans, plan => Assert.Equal(PullPlanner.Confidence(Hundred, 15, plan.AssumedByzantine), plan.Confidence));
        Assert.Equal(plans.Select(plan => plan.Confidence).Order(), plans.Select(plan => plan.Confidence));
        Assert.Equal(1, plans[^1].Confidence);
        Assert.Equal(1, few[^1].Confidence);
        Assert.Equal(7 / 16.0, plans[7].EffectiveFraction);
    }

    [Theory]
    [InlineData(15, .97, 7)]
    [InlineData(15, .4, 6)]
    [InlineData(15, .98, null)]
    [InlineData(16, .99, 8)]
    [InlineData(19, .999, 9)]
    [InlineData(99, .999, 10)]
    public void The_smallest_bound_reaches_the_confidence_below_half_of_the_models(int peers, double confidence, int? known) =>
        Assert.Equal(known, PullPlanner.SmallestBound(Hundred, peers, confidence));

    [Fact]
    public void Nobody_Byzantine_needs_one_peer_and_no_bound()
    {
        var honest = Hundred with { Byzantine = 0 };

        Assert.Equal(new PullPlan(Peers: 1, AssumedByzantine: 0, Confidence: 1), PullPlanner.SmallestPeers(honest, 0.999));
        Assert.Equal(0, PullPlanner.SmallestBound(honest, peers: 15, confidence: 0.999));
        Assert.Single(PullPlanner.EveryBound(honest, peers: 15));
    }

    [Fact]
    public void A_Byzantine_half_has_no_plan()
    {
        Assert.Null(PullPlanner.SmallestPeers(new PullSetting(Learners: 100, Byzantine: 50, Rounds: 10), 0.5));
        Assert.Null(PullPlanner.SmallestPeers(new PullSetting(Learners: 20_000, Byzantine: 12_000, Rounds: 10), 0.9));
        Assert.NotNull(PullPlanner.SmallestPeers(new PullSetting(Learners: 101, Byzantine: 50, Rounds: 10), 0.5));
    }

    [Theory]
    [InlineData(1, 0, 1, 0, "2 learners or more")]
    [InlineData(10, -1, 1, 0, "0 to 9 can be Byzantine; got -1")]
    [InlineData(10, 10, 1, 0, "0 to 9 can be Byzantine; got 10")]
    [InlineData(10, 2, 0, 0, "1 round or more; got 0")]
    [InlineData(10, 2, 1, -1, "got -1")]
    public void A_setting_that_describes_no_run_is_refused(int learners, int byzantine, int rounds, int replacement, string says)
    {
        var setting = new PullSetting(learners, byzantine, rounds, replacement);

        Refused(says, () => PullPlanner.Confidence(setting, 1, 0));
        Refused(says, () => PullPlanner.SmallestPeers(setting, 0.9));
        Refused(says, () => PullPlanner.SmallestBound(setting, 1, 0.9));
        Refused(says, () => PullPlanner.EveryBound(setting, 1));
    }

    [Fact]
    public void Peers_bounds_and_confidences_that_cannot_be_are_refused()
    {
        Refused("1 to 99 peers; got 0", () => PullPlanner.Confidence(Hundred, 0, 0));
        Refused("1 to 99 peers; got 100", () => PullPlanner.EveryBound(Hundred, 100));
        Refused("fewer than 0; got -1", () => PullPlanner.Confidence(Hundred, 15, -1));
        Refused("neither included; got 1", () => PullPlanner.SmallestPeers(Hundred, 1));
        Refused("neither included; got 0", () => PullPlanner.SmallestPeers(Hundred, 0));
        Refused("neither included; got NaN", () => PullPlanner.SmallestBound(Hundred, 15, double.NaN));
    }

    private static void Refused(string says, Action call) =>
        Assert.Contains(says, Assert.Throws<ArgumentException>(call).Message);
}
