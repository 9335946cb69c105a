namespace ActorLearning.Protocol.Peers;

/// <summary>A fixed graph: in every exchange a learner pulls from all its neighbours.</summary>
public sealed class GraphPeers(Graph graph) : IPeerSelection
{
    // Made once: nobody writes to what a selection hands out.
    private readonly LearnerId[][] peers =
        [.. Enumerable.Range(0, graph.Learners).Select(number => PeersOf(graph, number))];

    /// <summary>The graph.</summary>
    public Graph Graph { get; } = graph;

    /// <inheritdoc/>
    public LearnerId[] Select(LearnerId learner, ExchangeKey key) => peers[learner.Number];

    private static LearnerId[] PeersOf(Graph graph, int number)
    {
        var neighbours = graph.NeighboursOf(number);
        var made = new LearnerId[neighbours.Length];
        for (var i = 0; i < made.Length; i++)
        {
            made[i] = new LearnerId(neighbours[i]);
        }

        return made;
    }
}
