using ActorLearning.Protocol.Peers;
using ActorLearning.Reporting.Charts;

namespace ActorLearning.Cli.Tests.Reporting;

/// <summary>Where the learners of a graph are drawn.</summary>
public sealed class GraphLayoutTests
{
    public static TheoryData<string> Names => [.. Graphs.Keys];

    private static readonly Dictionary<string, Graph> Graphs = new()
    {
        ["pair"] = GraphShapes.Complete(2),
        ["complete"] = GraphShapes.Complete(30),
        ["ring"] = GraphShapes.Ring(100),
        ["star"] = GraphShapes.Star(20),
        ["torus"] = GraphShapes.Torus(100),
        ["two worlds"] = GraphShapes.TwoWorlds(30, links: 1),
        ["in parts"] = new Graph(9, [(0, 1), (1, 2), (3, 4), (4, 5), (6, 7)]),
        ["no edge at all"] = new Graph(6, []),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_learner_has_a_place_of_its_own(string name)
    {
        var places = GraphLayout.Of(Graphs[name]);

        Assert.Equal(Graphs[name].Learners, places.Length);
        Assert.All(places, place => Assert.True(double.IsFinite(place.X) && double.IsFinite(place.Y)));
        var width = places.Max(place => place.X) - places.Min(place => place.X);
        Assert.All(
            places.SelectMany((one, i) => places.Skip(i + 1).Select(other => Distance(one, other))),
            distance => Assert.True(distance > width / 200, $"{distance} of {width}"));
    }

    [Fact]
    public void A_ring_is_a_circle()
    {
        var places = GraphLayout.Of(GraphShapes.Ring(40));

        var (x, y) = (places.Average(place => place.X), places.Average(place => place.Y));
        var radii = places.Select(place => Distance(place, (x, y))).ToList();
        Assert.InRange(radii.Min() / radii.Max(), .97, 1);
    }

    [Fact]
    public void Two_worlds_are_seen_apart()
    {
        var places = GraphLayout.Of(GraphShapes.TwoWorlds(20, links: 1));

        (double, double) Middle(int from) =>
            (places.Skip(from).Take(10).Average(place => place.X), places.Skip(from).Take(10).Average(place => place.Y));
        var (one, other) = (Middle(0), Middle(10));
        Assert.All(places.Take(10), place => Assert.True(Distance(place, one) < Distance(place, other)));
        Assert.All(places.Skip(10), place => Assert.True(Distance(place, other) < Distance(place, one)));
    }

    private static double Distance((double X, double Y) one, (double X, double Y) other) =>
        Math.Sqrt((one.X - other.X) * (one.X - other.X) + (one.Y - other.Y) * (one.Y - other.Y));
}
