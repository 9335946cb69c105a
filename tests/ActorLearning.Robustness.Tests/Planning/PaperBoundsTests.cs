using ActorLearning.Robustness.Planning;

namespace ActorLearning.Robustness.Tests.Planning;

public sealed class PaperBoundsTests
{
    /// <summary>Learners, Byzantine, then for confidence .9 and .99 the peers of Lemma A.4 and of Lemma 4.1.</summary>
    /// <remarks>Worked out by another implementation.</remarks>
    public static TheoryData<int, int, int, double, int, double> Known => new()
    {
        { 30, 6, 29, 185, 29, 220 },
        { 100, 10, 99, 407, 99, 476 },
        { 1000, 100, 30, 476, 34, 545 },
        { 10_000, 1000, 34, 545, 38, 614 },
        { 100_000, 10_000, 38, 614, 42, 683 },
        { 100_000, 20_000, 86, 307, 96, 341 },
        { 100, 45, 99, 5200, 99, 6121 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void The_lemmas_ask_for_the_known_numbers_of_peers(
        int learners, int byzantine, int sufficient90, double logarithmic90, int sufficient99, double logarithmic99)
    {
        var setting = new PullSetting(learners, byzantine, Rounds: 200);

        Assert.Equal(sufficient90, PaperBounds.SufficientPlan(setting, 0.9)!.Peers);
        Assert.Equal(sufficient99, PaperBounds.SufficientPlan(setting, 0.99)!.Peers);
        Assert.Equal(logarithmic90, PaperBounds.LogarithmicPeers(setting, 0.9));
        Assert.Equal(logarithmic99, PaperBounds.LogarithmicPeers(setting, 0.99));
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void What_a_lemma_vouches_for_is_true_and_the_planner_needs_no_more(
        int learners, int byzantine, int sufficient90, double logarithmic90, int sufficient99, double logarithmic99)
    {
        var setting = new PullSetting(learners, byzantine, Rounds: 200);
        foreach (var (confidence, sufficient, logarithmic) in
            new[] { (.9, sufficient90, logarithmic90), (.99, sufficient99, logarithmic99) })
        {
            Assert.InRange(PaperBounds.SufficientPlan(setting, confidence)!.Confidence, confidence, 1);
            Assert.InRange(PullPlanner.SmallestPeers(setting, confidence)!.Peers, 1, sufficient);
            if (logarithmic < learners)
            {
                var peers = (int)logarithmic;
                var bound = PullPlanner.LargestBound(setting, peers);
                Assert.InRange(PullPlanner.Confidence(setting, peers, bound), confidence, 1);
            }
        }
    }

    [Theory]
    [InlineData(100, 0, 0)]
    [InlineData(100, 50, 0)]
    [InlineData(100, 80, 0)]
    [InlineData(100, 10, 1)]
    public void Where_the_lemmas_say_nothing_there_is_no_bound(int learners, int byzantine, int replacement)
    {
        var setting = new PullSetting(learners, byzantine, Rounds: 200, replacement);

        Assert.Null(PaperBounds.LogarithmicPeers(setting, 0.9));
        Assert.Null(PaperBounds.SufficientPlan(setting, 0.9));
    }

    [Fact]
    public void The_divergence_is_zero_between_equals_and_infinite_where_the_other_excludes_it()
    {
        Assert.Equal(0, PaperBounds.Divergence(0.3, 0.3));
        Assert.Equal(Math.Log(2), PaperBounds.Divergence(1, 0.5), 1e-15);
        Assert.Equal(Math.Log(2), PaperBounds.Divergence(0, 0.5), 1e-15);
        Assert.Equal(0.5 * Math.Log(0.5 / 0.1) + 0.5 * Math.Log(0.5 / 0.9), PaperBounds.Divergence(0.5, 0.1), 1e-15);
        Assert.Equal(double.PositiveInfinity, PaperBounds.Divergence(0.5, 0));
    }

    [Fact]
    public void Arguments_are_checked()
    {
        var setting = new PullSetting(Learners: 100, Byzantine: 10, Rounds: 200);

        Assert.Throws<ArgumentException>(() => PaperBounds.LogarithmicPeers(setting, 1));
        Assert.Throws<ArgumentException>(() => PaperBounds.SufficientPlan(setting with { Rounds = 0 }, 0.9));
    }
}
