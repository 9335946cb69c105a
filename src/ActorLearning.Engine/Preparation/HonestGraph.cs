using ActorLearning.Protocol.Peers;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Preparation;

/// <summary>What is left of a graph without its Byzantine learners: whether the honest ones can still reach each other.</summary>
/// <param name="Edges">Edges of the whole graph.</param>
/// <param name="LeastDegree">The fewest neighbours a learner has.</param>
/// <param name="GreatestDegree">The most neighbours a learner has.</param>
/// <param name="Parts">Number of connected parts of the honest learners; 1 where they are connected.</param>
/// <param name="Largest">Honest learners in the largest part.</param>
/// <param name="ByzantineNeighbours">The most Byzantine neighbours of an honest learner.</param>
public sealed record HonestGraph(
    long Edges, int LeastDegree, int GreatestDegree, int Parts, int Largest, int ByzantineNeighbours)
{
    /// <summary>Of a scenario; null where peers are drawn anew in every exchange.</summary>
    public static HonestGraph? Of(Scenario scenario) =>
        scenario.Exchange.Peers.Graph is { } graph ? Of(graph, new Population(scenario)) : null;

    private static HonestGraph Of(Graph graph, Population population)
    {
        var byzantine = population.Byzantine.Select(id => id.Number).ToHashSet();
        var parts = graph.Parts(byzantine.Contains);
        var neighbours = population.Honest.Max(number => graph.NeighboursOf(number).ToArray().Count(byzantine.Contains));
        return new HonestGraph(
            graph.Edges, graph.LeastDegree, graph.GreatestDegree, parts.Count, parts[0].Length, neighbours);
    }
}
