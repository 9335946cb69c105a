using ActorLearning.Protocol.Peers;

namespace ActorLearning.Scenarios.Catalogue;

/// <summary>How learners choose their peers, before their number is known.</summary>
/// <param name="Make">
/// The network for a seed and a number of learners; null where there is none, with every reason reported.
/// </param>
public sealed record PeerChoice(Func<ulong, int, Action<string>, PeerNetwork?> Make)
{
    /// <summary>A graph that is there already; refused for any other number of learners.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="graph">The graph.</param>
    public static PeerChoice Of(string name, Graph graph) => new((_, learners, report) =>
    {
        if (graph.Learners == learners)
        {
            return PeerNetwork.Of(name, graph) with { IsGiven = true };
        }

        report($"{name} is a graph over {graph.Learners} learners, and there are {learners}");
        return null;
    });
}
