using System.Globalization;
using ActorLearning.Protocol.Peers;
using ActorLearning.Robustness.Planning;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Reading;

/// <remarks>Who exchanges models with whom.</remarks>
internal sealed partial class ScenarioReader
{
    private PeerNetwork? ReadPeers(long? seed, int? learners)
    {
        var section = Section("exchange");
        var choice = Make(section, "peers", vocabulary.Peers);
        if (choice is null || seed is null || learners is null)
        {
            return null;
        }

        var made = choice.Make((ulong)seed.Value, learners.Value, problem => section.Report("peers", problem));
        if (made?.Graph is not { } graph)
        {
            return made;
        }

        if (made.IsGiven)
        {
            // The fingerprint is that of the graph, not of the name of its file or of its own.
            section.Note("peers.edges", string.Join(' ', graph.AllEdges().Select(edge =>
                string.Create(CultureInfo.InvariantCulture, $"{edge.One}-{edge.Other}"))));
        }

        return IsConnected(section, made, graph) ? made : null;
    }

    private static bool IsConnected(ScenarioSection section, PeerNetwork made, Graph graph)
    {
        var parts = graph.Parts();
        if (parts.Count == 1)
        {
            return true;
        }

        var lonely = parts.Where(part => part.Length == 1).Select(part => part[0]).ToList();
        var without = lonely.Count == 0 ? $"{parts[1].Length} learners, the first is {parts[1][0]}, cannot reach the others"
            : $"{lonely.Count} learner(s) have no neighbour, the first is {lonely[0]}";
        section.Report("peers", $"{made.Text} falls into {parts.Count} parts: {without}. "
            + (made.IsGiven ? "Add the edges that are missing" : "Take more edges, another seed")
            + ", or random-connected(edges), which is connected by construction");
        return false;
    }

    /// <summary>The most Byzantine neighbours to reckon with.</summary>
    /// <remarks>
    /// Where the placement is stated they are counted. A random placement is drawn once a run: by the union bound over the
    /// learners the numbers Hypergeometric(n − 1, b, degree) stay within the bound with the confidence. Pushed models have no
    /// bound below b.
    /// </remarks>
    private static int GraphBound(
        PeerNetwork peers, int? learners, IReadOnlyList<ByzantineGroup>? groups, double confidence)
    {
        var byzantine = groups?.Sum(group => group.Count) ?? 0;
        if (byzantine == 0 || learners is null || peers.Graph is not { } graph)
        {
            return byzantine;
        }

        if (groups!.All(group => group.Placement is not null))
        {
            var placed = groups!.SelectMany(group => group.Placement!).ToHashSet();
            return Enumerable.Range(0, graph.Learners).Where(number => !placed.Contains(number))
                .Max(number => graph.NeighboursOf(number).ToArray().Count(placed.Contains));
        }

        var degrees = Enumerable.Range(0, graph.Learners).CountBy(graph.DegreeOf).ToList();
        return Enumerable.Range(0, byzantine).FirstOrDefault(
            bound => degrees.Sum(pair => pair.Value
                * Hypergeometric.TailAbove(learners.Value - 1, byzantine, pair.Key, bound)) <= 1 - confidence,
            byzantine);
    }
}
