using ActorLearning.Numerics;
using ActorLearning.Robustness.Planning;

namespace ActorLearning.Robustness.Tests.Planning;

public sealed class PullSimulationTests
{
    private static readonly PullSetting Thousand = new(Learners: 1000, Byzantine: 100, Rounds: 200);

    [Fact]
    public void The_maximum_drawn_at_once_is_distributed_like_the_maximum_of_all_draws()
    {
        // n = 12, b = 4, T = 3: small enough to pull every learner's peers in every round.
        const int Runs = 20_000;
        var setting = new PullSetting(Learners: 12, Byzantine: 4, Rounds: 3);
        var stream = new RandomStream(1, new StreamPurpose("simulation tests"));
        var pulled = new int[5];
        var plain = new int[5];
        for (var run = 0; run < Runs; run++)
        {
            var most = 0;
            for (var draw = 0; draw < 8 * 3; draw++)
            {
                stream.NextDistinct(11, pulled);
                most = Math.Max(most, pulled.Count(peer => peer < 4));
            }

            plain[most]++;
        }

        var simulated = PullSimulation.Run(setting, peers: 5, repetitions: Runs, seed: 1).LargestMet;

        for (var k = 0; k <= 4; k++)
        {
            var exact = PullPlanner.Confidence(setting, 5, k) - (k == 0 ? 0 : PullPlanner.Confidence(setting, 5, k - 1));
            var tolerance = 5 * Math.Sqrt(exact * (1 - exact) / Runs) + 1e-4;
            Assert.Equal(exact, plain[k] / (double)Runs, tolerance);
            Assert.Equal(exact, simulated.Count(met => met == k) / (double)Runs, tolerance);
        }
    }

    [Fact]
    public void Algorithm_two_chooses_the_planners_neighbourhood()
    {
        var chosen = PullSimulation.SmallestPeers(Thousand, grid: Enumerable.Range(1, 60), repetitions: 5, seed: 1);

        Assert.NotNull(chosen);
        Assert.InRange(chosen.Peers, 14, 24);
        Assert.True(chosen.EffectiveFraction < 0.5);
        Assert.Equal(chosen.LargestMet.Max(), chosen.AssumedByzantine);
        Assert.Equal(5, chosen.LargestMet.Count);
    }

    [Fact]
    public void A_grid_in_another_order_or_longer_gives_the_same_choice()
    {
        var up = PullSimulation.SmallestPeers(Thousand, grid: [10, 20, 30, 40], repetitions: 5, seed: 2)!;
        var down = PullSimulation.SmallestPeers(Thousand, grid: [60, 40, 30, 20, 10, 5], repetitions: 5, seed: 2)!;

        Assert.Equal(up.Peers, down.Peers);
        Assert.Equal(up.LargestMet, down.LargestMet);
        Assert.Equal(up.LargestMet, PullSimulation.Run(Thousand, up.Peers, 5, seed: 2).LargestMet);
    }

    [Fact]
    public void Seeds_and_repetitions_draw_independently()
    {
        var one = PullSimulation.Run(Thousand, peers: 100, repetitions: 30, seed: 1).LargestMet;
        var two = PullSimulation.Run(Thousand, peers: 100, repetitions: 30, seed: 2).LargestMet;

        Assert.True(one.Distinct().Count() > 1);
        Assert.NotEqual(one, two);
        Assert.Equal(one.Take(10), PullSimulation.Run(Thousand, peers: 100, repetitions: 10, seed: 1).LargestMet);
    }

    [Fact]
    public void A_grid_without_an_honest_majority_gives_no_choice()
    {
        Assert.Null(PullSimulation.SmallestPeers(Thousand, grid: [1, 2, 3], repetitions: 3, seed: 1));
        Assert.Null(PullSimulation.SmallestPeers(Thousand, grid: [], repetitions: 3, seed: 1));
    }

    [Fact]
    public void All_to_all_meets_every_Byzantine_learner_and_a_paper_setting_meets_all_three()
    {
        Assert.All(PullSimulation.Run(Thousand, peers: 999, repetitions: 4, seed: 1).LargestMet, met => Assert.Equal(100, met));

        // RPEL, Section 6.2: n = 20, b = 3, s = 6, T = 2000 gives b̂ = 3.
        var cifar = new PullSetting(Learners: 20, Byzantine: 3, Rounds: 2000);
        Assert.Equal(3, PullSimulation.Run(cifar, peers: 6, repetitions: 3, seed: 1).AssumedByzantine);
    }

    [Fact]
    public void Arguments_are_checked()
    {
        Assert.Throws<ArgumentException>(() => PullSimulation.Run(Thousand, peers: 0, repetitions: 3, seed: 1));
        Assert.Throws<ArgumentException>(() => PullSimulation.Run(Thousand, peers: 10, repetitions: 0, seed: 1));
        Assert.Throws<ArgumentException>(() => PullSimulation.SmallestPeers(Thousand, [1000], repetitions: 3, seed: 1));
    }
}
