using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Rules;

namespace ActorLearning.Robustness.Tests.Rules;

/// <summary>Rules the files of known answers do not have, on a line, worked out by hand. The first
/// position is the own one.</summary>
public sealed class HandAnswerTests
{
    [Fact]
    public void The_models_of_least_norm_are_averaged() =>
        Assert.Equal(.5f, OnALine(new ComparativeGradientEliminationRule(), 1, [3, -1, 2]));

    [Fact]
    public void Zeno_drops_the_neighbours_of_highest_loss_and_never_the_own_model()
    {
        Assert.Equal(2f, OnALine(new ZenoRule(), 1, [0, 2, 4], [1, 5, 2]));
        Assert.Equal(2f, OnALine(new ZenoRule(), 1, [0, 2, 4], [9, double.NaN, 2]));
    }

    [Fact]
    public void Ubar_looks_at_the_nearest_and_takes_those_that_do_no_worse_or_the_best_of_them()
    {
        Assert.Equal(1f, OnALine(new UbarRule(.5, .5), 1, [0, 1, 2, 10, 20], [1, 2, .5, .1, .1]));
        Assert.Equal(1f, OnALine(new UbarRule(.5, .5), 1, [0, 1, 2, 10, 20], [1, 3, 2, .1, .1]));
    }

    [Fact]
    public void Decentralized_krum_takes_the_mean_of_the_winner_and_the_own() =>
        Assert.Equal(50f, OnALine(new DecentralizedKrumRule(), 1, [100, 0, 1, 3, 50]));

    [Fact]
    public void Balance_accepts_what_is_near_and_later_less()
    {
        Assert.Equal(12f, OnALine(new BalanceRule(gamma: .5, kappa: 1, alpha: .5), 1, [10, 14, 4]));
        Assert.Equal(10f, OnALine(new BalanceRule(gamma: .5, kappa: 1, alpha: .5), 1, [10, 14, 4], round: 9, rounds: 10));
    }

    [Fact]
    public void Weights_are_in_inverse_proportion_to_the_loss()
    {
        Assert.Equal(2f, OnALine(new InverseLossRule(), 1, [0, 3, 9], [1, .5, 2]), 1e-6f);
        Assert.Equal(3f, OnALine(new InverseLossRule(keepsAll: true), 1, [0, 3, 9], [1, .5, 2]), 1e-6f);
        Assert.Equal(0f, OnALine(new InverseLossRule(keepsAll: true), 1, [0, 3, 9], [1, double.NaN, double.PositiveInfinity]));
        Assert.Equal(3f, OnALine(new InverseLossRule(), 1, [0, 3, 9], [1, 0, .5]), 1e-4f);
        Assert.Equal(7f, OnALine(new InverseLossRule(), 1, [7, 3], [double.NaN, double.NaN]));
    }

    [Fact]
    public void The_loss_threshold_falls_when_the_own_loss_is_not_beaten()
    {
        var rule = new LossThresholdRule(theta: .1, step: .1, lowest: -.1, patience: 1, alpha: .5);
        var state = rule.CreateState(1);

        // Accepted is what is better by .1; where nothing is, the own model stays.
        Assert.Equal(4f, OnALine(rule, 1, [0, 4, 8], [1, .95, .5], state));
        Assert.Equal(0f, OnALine(rule, 1, [0, 4, 8], [.9, .85, 1], state));

        // Not beaten: θ = 0 and nothing is accepted, so the neighbour of least loss is. Then θ = −.1, and it stays there.
        Assert.Equal(4f, OnALine(rule, 1, [0, 4, 8], [1, 1.5, 1.2], state));
        Assert.Equal(2f, OnALine(rule, 1, [0, 4, 8], [1, 1.05, 1.2], state));
        Assert.Equal(2f, OnALine(rule, 1, [0, 4, 8], [1, 1.05, 1.2], state.Copy()));
        Assert.Equal(-.1, state.Numbers[0], 1e-12);
    }

    [Fact]
    public void Centred_clipping_goes_on_where_it_was()
    {
        var rule = new CentredClippingRule(radius: 1);
        var state = rule.CreateState(1);

        Assert.Equal(1f, OnALine(rule, 1, [10, 10], state: state));
        Assert.Equal(2f, OnALine(rule, 1, [10, 10], state: state));
        Assert.Equal(1f, OnALine(rule, 1, [10, 10]));
        Assert.Equal(4.5f, OnALine(new CentredClippingRule(radius: 1, startsAtOwn: true), 1, [4, 10]));
    }

    [Fact]
    public void Ios_discards_the_farthest_but_not_the_own()
    {
        Assert.Equal(1f, OnALine(new IterativeOutlierScissorRule(), 1, [0, 1, 2, 100]), 1e-6f);
        Assert.Equal(103f / 3, OnALine(new IterativeOutlierScissorRule(), 1, [100, 0, 1, 2]), 1e-4f);
    }

    [Fact]
    public void The_covariance_filter_takes_the_weight_of_what_stands_out()
    {
        Assert.Equal(1f, OnALine(new CovarianceFilterRule(), 1, [0, 1, 2, 1000]), .01f);
        Assert.Equal(4f, OnALine(new CovarianceFilterRule(), 0, [0, 1, 2, 13]), 1e-5f);
    }

    [Fact]
    public void Metropolis_weights_sum_to_one()
    {
        var weights = new double[3];

        MetropolisWeights.Fill(degree: 2, [3, 1], weights);

        Assert.Equal(1 / 4.0, weights[1]);
        Assert.Equal(1 / 3.0, weights[2]);
        Assert.Equal(1, weights.Sum(), 1e-15);
    }

    private static float OnALine(
        AggregationRule rule, int byzantine, float[] positions, double[]? losses = null, RuleState? state = null, int round = 0,
        int rounds = 0)
    {
        var (pipeline, result) = (new AggregationPipeline("rule", [], rule), new float[1]);
        pipeline.Aggregate(
            new AggregationInput
            {
                Models = positions.Select(position => new[] { position }).ToArray(),
                AssumedByzantine = byzantine,
                Losses = losses is null ? null : new Told(losses),
                State = state,
                Round = round,
                Rounds = rounds,
            },
            result, new AggregationWorkspace(new Scratch()));
        return result[0];
    }

    /// <summary>Losses in the order in which they are asked.</summary>
    private sealed class Told(double[] losses) : ILossOracle
    {
        private int next;

        public double Loss(ReadOnlySpan<float> model) => losses[next++];
    }
}
