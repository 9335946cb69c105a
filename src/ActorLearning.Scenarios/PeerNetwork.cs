using ActorLearning.Protocol;
using ActorLearning.Protocol.Peers;

namespace ActorLearning.Scenarios;

/// <summary>Who exchanges models with whom.</summary>
/// <param name="Text">As written.</param>
/// <param name="Count">Peers an exchange, s; on a graph the most neighbours a learner has.</param>
/// <param name="Least">The fewest peers of a learner.</param>
/// <param name="Graph">The graph; null where peers are drawn anew in every exchange.</param>
/// <param name="Select">The selection, for a population of which the adversary's part is told.</param>
public sealed record PeerNetwork(
    string Text, int Count, int Least, Graph? Graph, Func<Func<LearnerId, Round, bool>, IPeerSelection> Select)
{
    /// <summary>Whether it was handed over edge by edge, so that the text alone does not say what it is.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Whether learners give their own weight to a Byzantine neighbour and take its weight for themselves.</summary>
    public bool IsOwnWeightMisplaced { get; init; }

    /// <summary>A fixed graph.</summary>
    public static PeerNetwork Of(string text, Graph graph)
    {
        var selection = new GraphPeers(graph);
        return new PeerNetwork(text, graph.GreatestDegree, graph.LeastDegree, graph, _ => selection);
    }
}
