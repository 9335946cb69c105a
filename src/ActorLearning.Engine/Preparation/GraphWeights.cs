using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Peers;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Engine.Preparation;

/// <summary>The Metropolis weights of a graph, in the order in which rules and attacks get their models.</summary>
/// <remarks>Made once a run; immutable.</remarks>
public sealed class GraphWeights
{
    private readonly Graph graph;
    private readonly double[][] rows;

    /// <summary>The weights of a graph.</summary>
    public GraphWeights(Graph graph)
    {
        this.graph = graph;
        rows = [.. Enumerable.Range(0, graph.Learners).Select(Row)];
    }

    /// <summary>The own weight of a learner, then that of each neighbour, ascending.</summary>
    public ReadOnlySpan<double> RowOf(LearnerId learner) => rows[learner.Number];

    /// <summary>The weight with which a learner mixes in a neighbour; 0 where they are none.</summary>
    public double Between(LearnerId learner, LearnerId peer)
    {
        var at = graph.NeighboursOf(learner.Number).BinarySearch(peer.Number);
        return at < 0 ? 0 : rows[learner.Number][at + 1];
    }

    /// <summary>The neighbours of a learner with the weights with which it mixes them in, ascending.</summary>
    internal IEnumerable<(int Peer, double Weight)> EdgesOf(int learner) =>
        graph.NeighboursOf(learner).ToArray().Select((peer, i) => (peer, rows[learner][i + 1]));

    /// <summary>
    /// Writes a weight for each contribution: 1 minus the others for the own one, so that what is missing stays with the learner.
    /// </summary>
    /// <remarks>Nothing is written, and false given back, for a learner without an own model: its peers share alike.</remarks>
    public bool Fill(LearnerId learner, Aggregate effect, Span<double> weights)
    {
        if (!effect.HasOwn)
        {
            return false;
        }

        var row = rows[learner.Number];
        if (weights.Length == row.Length)
        {
            row.CopyTo(weights);
            return true;
        }

        weights[0] = 1;
        for (var i = 1; i < weights.Length; i++)
        {
            weights[i] = Between(learner, effect.Contributions[i].Peer);
            weights[0] -= weights[i];
        }

        return true;
    }

    private double[] Row(int number)
    {
        var neighbours = graph.NeighboursOf(number);
        var degrees = new int[neighbours.Length];
        for (var i = 0; i < degrees.Length; i++)
        {
            degrees[i] = graph.DegreeOf(neighbours[i]);
        }

        var row = new double[degrees.Length + 1];
        MetropolisWeights.Fill(degrees.Length, degrees, row);
        return row;
    }
}
