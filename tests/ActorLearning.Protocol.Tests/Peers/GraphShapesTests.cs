using ActorLearning.Protocol.Peers;

namespace ActorLearning.Protocol.Tests.Peers;

public sealed class GraphShapesTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(7, 21)]
    public void In_a_complete_graph_everybody_knows_everybody(int learners, int edges)
    {
        var graph = GraphShapes.Complete(learners);

        Assert.Equal(edges, graph.Edges);
        Assert.Equal((learners - 1, learners - 1), (graph.LeastDegree, graph.GreatestDegree));
    }

    [Fact]
    public void A_ring_joins_each_with_the_next()
    {
        var graph = GraphShapes.Ring(5);

        Assert.Equal([(0, 1), (0, 4), (1, 2), (2, 3), (3, 4)], graph.AllEdges());
        Assert.Equal(1, GraphShapes.Ring(2).Edges);
    }

    [Fact]
    public void A_star_has_learner_0_in_the_middle()
    {
        var graph = GraphShapes.Star(6);

        Assert.Equal([1, 2, 3, 4, 5], graph.NeighboursOf(0).ToArray());
        Assert.All(Enumerable.Range(1, 5), number => Assert.Equal([0], graph.NeighboursOf(number).ToArray()));
    }

    [Theory]
    [InlineData(9, 3)]
    [InlineData(12, 3)]
    [InlineData(36, 6)]
    public void In_a_torus_everybody_has_four_neighbours(int learners, int rows)
    {
        var graph = GraphShapes.Torus(learners);

        Assert.Equal(rows, GraphShapes.TorusRows(learners));
        Assert.Equal((4, 4), (graph.LeastDegree, graph.GreatestDegree));
        Assert.Single(graph.Parts());
        Assert.Contains(learners / rows, graph.NeighboursOf(0).ToArray());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(14)]
    public void Some_numbers_make_no_torus(int learners)
    {
        Assert.Null(GraphShapes.TorusRows(learners));
        Assert.Throws<ArgumentException>(() => GraphShapes.Torus(learners));
    }

    [Fact]
    public void Two_worlds_are_two_complete_halves_with_few_links()
    {
        var graph = GraphShapes.TwoWorlds(10, links: 1);

        Assert.Equal(10 + 10 + 5, graph.Edges);
        Assert.Equal([1, 2, 3, 4, 5], graph.NeighboursOf(0).ToArray());
        Assert.Equal([0, 1, 2, 3, 9], graph.NeighboursOf(4).ToArray());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(-1, 0)]
    public void An_edge_that_joins_no_two_learners_is_refused(int one, int other) =>
        Assert.Throws<ArgumentException>(() => new Graph(3, [(one, other)]));

    [Fact]
    public void An_edge_given_twice_counts_once()
    {
        var graph = new Graph(3, [(0, 1), (1, 0), (0, 1)]);

        Assert.Equal(1, graph.Edges);
        Assert.Equal([1], graph.NeighboursOf(0).ToArray());
    }

    [Fact]
    public void Parts_are_told_largest_first_and_without_those_taken_out()
    {
        var graph = new Graph(7, [(0, 1), (1, 2), (2, 3), (3, 4), (5, 6)]);

        Assert.Equal<int[]>([[0, 1, 2, 3, 4], [5, 6]], graph.Parts());
        Assert.Equal<int[]>([[2, 3, 4], [5, 6], [0]], graph.Parts(without: number => number == 1));
    }

    [Fact]
    public void A_learner_on_a_graph_pulls_from_its_neighbours_in_every_exchange()
    {
        var peers = new GraphPeers(GraphShapes.Ring(5));

        Assert.Equal(Make.Ids(0, 3), peers.Select(Make.Id(4), Make.Key(1)));
        Assert.Equal(Make.Ids(0, 3), peers.Select(Make.Id(4), Make.Key(9, step: 2)));
    }
}
