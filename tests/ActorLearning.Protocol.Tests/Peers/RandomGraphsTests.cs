using ActorLearning.Numerics;
using ActorLearning.Protocol.Peers;

namespace ActorLearning.Protocol.Tests.Peers;

public sealed class RandomGraphsTests
{
    [Theory]
    [InlineData(.05)]
    [InlineData(.4)]
    [InlineData(.9)]
    public void Each_pair_is_joined_with_the_probability(double p)
    {
        const int graphs = 4000;
        var counts = new Dictionary<(int, int), int>();

        for (var seed = 0; seed < graphs; seed++)
        {
            foreach (var edge in RandomGraphs.ErdosRenyi(6, p, Stream(seed)).AllEdges())
            {
                counts[edge] = counts.GetValueOrDefault(edge) + 1;
            }
        }

        var deviation = 5 * Math.Sqrt(graphs * p * (1 - p));
        Assert.Equal(15, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, graphs * p - deviation, graphs * p + deviation));
    }

    [Fact]
    public void With_probability_1_everybody_knows_everybody_and_with_0_nobody()
    {
        Assert.Equal(45, RandomGraphs.ErdosRenyi(10, 1, Stream(1)).Edges);
        Assert.Equal(0, RandomGraphs.ErdosRenyi(10, 0, Stream(1)).Edges);
        Assert.Equal(0, RandomGraphs.ErdosRenyi(10, 1e-17, Stream(1)).Edges);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(10, 3)]
    [InlineData(10, 9)]
    [InlineData(11, 8)]
    [InlineData(300, 15)]
    public void In_a_regular_graph_everybody_has_as_many_neighbours(int learners, int degree)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var graph = RandomGraphs.RandomRegular(learners, degree, Stream(seed));

            Assert.Equal((degree, degree), (graph.LeastDegree, graph.GreatestDegree));
        }
    }

    [Theory]
    [InlineData(10, 9)]
    [InlineData(10, 20)]
    [InlineData(10, 45)]
    [InlineData(60, 70)]
    public void A_random_connected_graph_is_connected_and_has_the_edges(int learners, int edges)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var graph = RandomGraphs.RandomConnected(learners, edges, Stream(seed));

            Assert.Equal(edges, graph.Edges);
            Assert.Single(graph.Parts());
        }
    }

    [Fact]
    public void Every_spanning_tree_is_as_likely_as_any_other()
    {
        const int graphs = 16_000;

        var trees = Enumerable.Range(0, graphs)
            .CountBy(seed => string.Join(' ', RandomGraphs.RandomConnected(4, 3, Stream(seed)).AllEdges())).ToDictionary();

        // Cayley: 4² trees over four learners; 1000 expected of each, standard deviation 31.
        Assert.Equal(16, trees.Count);
        Assert.All(trees.Values, count => Assert.InRange(count, 845, 1155));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(.3)]
    [InlineData(1)]
    public void A_small_world_keeps_the_edges_of_its_ring_and_leads_a_share_of_them_elsewhere(double p)
    {
        var graph = RandomGraphs.SmallWorld(200, 6, p, Stream(3));

        var near = graph.AllEdges().Count(edge => Math.Min(edge.Other - edge.One, 200 - edge.Other + edge.One) <= 3);

        // 600 edges; one that is led elsewhere seldom comes back near.
        Assert.Equal(600, graph.Edges);
        Assert.InRange(near, 600 * (1 - p) - 60, 600 * (1 - p) + 60);
        Assert.True(p > 0 || near == 600);
    }

    [Fact]
    public void The_same_stream_gives_the_same_graph()
    {
        var (one, same, other) = (Edges(5), Edges(5), Edges(6));

        Assert.Equal(one, same);
        Assert.NotEqual(one, other);

        static List<(int, int)> Edges(int seed) => [.. RandomGraphs.RandomConnected(20, 40, Stream(seed)).AllEdges()];
    }

    [Fact]
    public void Pushed_models_come_from_whom_the_sender_chose_and_from_all_who_flood()
    {
        var push = new UniformPush(seed: 4, learners: 30, peers: 5, flooding: (id, _) => id.Number < 3);
        var sent = new UniformPull(seed: 4, learners: 30, peers: 5);

        foreach (var round in Enumerable.Range(1, 20))
        {
            var received = Enumerable.Range(0, 30).Select(number => push.Select(Make.Id(number), Make.Key(round))).ToList();

            Assert.Equal(27 * 5 + 3 * 29, received.Sum(senders => senders.Length));
            Assert.All(Enumerable.Range(3, 27), sender => Assert.Equal(
                sent.Select(Make.Id(sender), Make.Key(round)),
                Enumerable.Range(0, 30).Where(number => received[number].Contains(Make.Id(sender))).Select(Make.Id)));
            Assert.All(Enumerable.Range(3, 27), number => Assert.Equal(Make.Ids(0, 1, 2), received[number][..3]));
        }
    }

    private static RandomStream Stream(int seed) => new((ulong)seed, StreamPurpose.Graph);
}
