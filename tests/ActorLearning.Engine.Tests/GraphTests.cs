using ActorLearning.Engine.Preparation;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Peers;

namespace ActorLearning.Engine.Tests;

public sealed class GraphTests
{
    /// <summary>0 – 1 – 2 – 3 and 1 – 3: degrees 1, 3, 2, 2.</summary>
    private static readonly Graph Small = new(4, [(0, 1), (1, 2), (2, 3), (1, 3)]);

    [Fact]
    public void A_row_has_the_own_weight_and_those_of_the_neighbours_in_order()
    {
        var weights = new GraphWeights(Small);

        Assert.Equal([.75, .25], Rounded(weights.RowOf(new(0))));
        Assert.Equal([.25, .25, .25, .25], Rounded(weights.RowOf(new(1))));
        Assert.Equal(Rounded([1 - .25 - 1 / 3.0, .25, 1 / 3.0]), Rounded(weights.RowOf(new(2))));
        Assert.Equal(1 / 3.0, weights.Between(new(3), new(2)));
        Assert.Equal(0, weights.Between(new(0), new(3)));
    }

    [Fact]
    public void The_weights_go_with_the_models_that_are_there_and_the_rest_stays_with_the_learner()
    {
        var weights = new GraphWeights(Small);
        Span<double> all = new double[4];
        Span<double> some = new double[3];

        Assert.True(weights.Fill(new(1), EffectOf(hasOwn: true, 1, 0, 2, 3), all));
        Assert.True(weights.Fill(new(2), EffectOf(hasOwn: true, 2, 1, 3), some));
        Assert.Equal([.25, .25, .25, .25], Rounded(all));
        Assert.Equal(Rounded([1 - .25 - 1 / 3.0, .25, 1 / 3.0]), Rounded(some));

        Assert.True(weights.Fill(new(2), EffectOf(hasOwn: true, 2, 3), some[..2]));
        Assert.Equal(Rounded([2 / 3.0, 1 / 3.0]), Rounded(some[..2]));
        Assert.False(weights.Fill(new(2), EffectOf(hasOwn: false, 1, 3), some[..2]));
    }

    [Fact]
    public void Gossip_over_many_steps_brings_the_models_to_their_mean()
    {
        string[] line = ["learners=6", "byzantine.count=0", "exchange.peers=ring", "aggregation=gossip", "rounds=1",
            "training.start=own", "evaluate.images=50", "exchange.assumedByzantine=0"];

        var one = SmallRun.Run(line).Last!.ConsensusDistance;
        var many = SmallRun.Run([.. line, "exchange.steps=60"]).Last!.ConsensusDistance;

        // The ring of six shrinks distances to 2/3 a step.
        Assert.InRange(many!.Value, 0, one!.Value * 1e-4);
    }

    [Fact]
    public void With_weights_as_coded_one_liar_has_the_own_weight()
    {
        // Three learners on a line: the ends keep 2/3 for themselves, and a liar in the middle gets it.
        double Distance(string weights) => SmallRun.Run(
            "learners=3", "byzantine.count=1", "byzantine.placement=highest-degree", "byzantine.attack=gaussian(sigma=3)",
            $"exchange.peers=random-connected(2, weights={weights})", "exchange.assumedByzantine=1", "aggregation=gossip",
            "rounds=1", "evaluate.every=1", "data.split=iid").Last!.ConsensusDistance!.Value;

        // The lies to the two ends differ, each of the same length: twice the weight, twice the distance, but for the models'.
        Assert.InRange(Distance("as-coded") / Distance("metropolis"), 1.9, 2.1);
    }

    [Fact]
    public void A_run_tells_what_is_left_of_the_graph_for_the_honest()
    {
        var scenario = SmallRun.Scenario(
            "exchange.peers=star", "byzantine.count=1", "byzantine.placement=[0]", "aggregation=gts",
            "exchange.assumedByzantine=1");

        Assert.Equal(new HonestGraph(9, 1, 9, Parts: 9, Largest: 1, ByzantineNeighbours: 1), HonestGraph.Of(scenario));
        Assert.Null(HonestGraph.Of(SmallRun.Scenario()));
    }

    [Fact]
    public void Whoever_is_flooded_meets_all_liars()
    {
        var pushed = SmallRun.Run("exchange.peers=push(3)", "exchange.assumedByzantine=1", "aggregation=mean");

        Assert.Equal(2, pushed.Rounds[^1].ByzantineMetMax);
        Assert.Equal(6, pushed.Rounds.Count(round => round.ByzantineMetMax == 2));
    }

    private static Aggregate EffectOf(bool hasOwn, params int[] peers)
    {
        var model = new Model([0], isFinite: true);
        return new Aggregate(
            new(new(1), 0), [.. peers.Select(peer => new Contribution(new(peer), model, Answered: true))], 0, hasOwn);
    }

    private static double[] Rounded(ReadOnlySpan<double> weights) => [.. weights.ToArray().Select(w => Math.Round(w, 14))];
}
