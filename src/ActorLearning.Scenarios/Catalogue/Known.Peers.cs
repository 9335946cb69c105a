using ActorLearning.Numerics;
using ActorLearning.Protocol.Peers;

namespace ActorLearning.Scenarios.Catalogue;

public static partial class Known
{
    private const long MostEdges = 20_000_000;
    private const int MostPushers = 10_000;

    /// <summary>Ways to choose the peers of an exchange.</summary>
    public static Section<PeerChoice> Peers { get; } =
        new("way to choose peers", [.. DrawnPeers(), .. PlainGraphs(), .. DrawnGraphs()]);

    private static Entry<PeerChoice>[] DrawnPeers() =>
    [
        new("pull", "so many peers, uniform over all others, drawn anew in every exchange", "RPEL",
            [new("peers", "how many, s") { IsWhole = true, Least = 1 }],
            arguments => new PeerChoice((seed, learners, report) => Drawn(
                "pull", "pulls from", arguments.Whole("peers"), learners, report,
                _ => new UniformPull(seed, learners, arguments.Whole("peers"))))),
        new("push", "the sender chooses so many receivers; Byzantine learners send to all: not robust", "De Vos et al. 2024",
            [new("peers", "receivers of an honest learner, s") { IsWhole = true, Least = 1 }],
            arguments => new PeerChoice((seed, learners, report) => Drawn(
                "push", "sends to", arguments.Whole("peers"), learners, report,
                byzantine => new UniformPush(seed, learners, arguments.Whole("peers"), byzantine)))),
    ];

    private static Entry<PeerChoice>[] PlainGraphs() =>
    [
        new("complete", "a graph: everybody knows everybody", "", [], _ => Shape("complete", GraphShapes.Complete,
            learners => (long)learners * (learners - 1) / 2)),
        new("ring", "a graph: a circle", "", [], _ => Shape("ring", GraphShapes.Ring, learners => learners)),
        new("torus", "a graph: a grid with joined borders, as nearly square as n allows", "", [],
            _ => new PeerChoice((_, learners, report) =>
            {
                if (GraphShapes.TorusRows(learners) is null)
                {
                    var next = Enumerable.Range(learners, 3 * learners + 9).First(n => GraphShapes.TorusRows(n) is not null);
                    report($"{learners} learners make no torus: rows and columns must be 3 or more; {next} learners do");
                    return null;
                }

                return PeerNetwork.Of("torus", GraphShapes.Torus(learners));
            })),
        new("star", "a graph: learner 0 joined to all others", "", [],
            _ => Shape("star", GraphShapes.Star, learners => learners)),
        new("two-worlds", "a graph: two complete halves, each learner joined to so many of the other half",
            "Gaucher et al. 2025",
            [new("links", "links across for each learner of the first half", "1") { IsWhole = true, Least = 1 }],
            arguments => new PeerChoice((seed, learners, report) =>
            {
                if (arguments.Whole("links") > learners / 2)
                {
                    report($"links={arguments.Word("links")}, but the other half has only {learners / 2} learner(s)");
                    return null;
                }

                return Shape($"two-worlds({arguments.Word("links")})",
                    number => GraphShapes.TwoWorlds(number, arguments.Whole("links")),
                    number => (long)number * number / 4 + (long)number * arguments.Whole("links"))
                    .Make(seed, learners, report);
            })),
        new("edge-list", "a graph from a text file: an edge a line, as in 0 1", "",
            [new("file", "its path, from the current folder") { IsText = true }],
            arguments => new PeerChoice((_, learners, report) =>
                EdgeList.Read(arguments.Word("file"), learners, report) is { } graph
                    ? PeerNetwork.Of($"edge-list({arguments.Word("file")})", graph) with { IsGiven = true } : null)),
    ];

    private static Entry<PeerChoice>[] DrawnGraphs() =>
    [
        new("erdos-renyi", "a graph: each pair joined with probability p", "Erdős and Rényi 1959",
            [new("p", "the probability", "0.4") { Least = 0, IsLeastExcluded = true, Most = 1 }],
            arguments => Chance($"erdos-renyi({arguments.Word("p")})",
                learners => arguments.Number("p") * learners * (learners - 1) / 2 > MostEdges ? TooMany(learners) : null,
                (learners, random) => RandomGraphs.ErdosRenyi(learners, arguments.Number("p"), random))),
        new("random-regular", "a graph: everybody has exactly k neighbours", "",
            [new("k", "neighbours") { IsWhole = true, Least = 1 }],
            arguments => Chance($"random-regular({arguments.Word("k")})",
                learners => arguments.Whole("k") >= learners
                    ? $"k={arguments.Word("k")} neighbours, but each of {learners} learners has only {learners - 1} others"
                    : (long)learners * arguments.Whole("k") % 2 == 1
                    ? $"{learners} learners cannot have {arguments.Word("k")} neighbours each: one of the numbers must be even"
                    : (long)learners * arguments.Whole("k") / 2 > MostEdges ? TooMany(learners) : null,
                (learners, random) => RandomGraphs.RandomRegular(learners, arguments.Whole("k"), random))),
        new("small-world", "a graph: a ring of k nearest neighbours, each edge led elsewhere with probability p",
            "Watts and Strogatz 1998",
            [
                new("k", "neighbours on the ring, even", "4") { IsWhole = true, Least = 2 },
                new("p", "the probability", "0.1") { Least = 0, Most = 1 },
            ],
            arguments => Chance($"small-world({arguments.Word("k")}, {arguments.Word("p")})",
                learners => arguments.Whole("k") % 2 == 1
                    ? $"k={arguments.Word("k")} is odd; a ring has even numbers of neighbours"
                    : arguments.Whole("k") >= learners
                    ? $"k={arguments.Word("k")} neighbours, but each of {learners} learners has only {learners - 1} others"
                    : (long)learners * arguments.Whole("k") / 2 > MostEdges ? TooMany(learners) : null,
                (learners, random) =>
                    RandomGraphs.SmallWorld(learners, arguments.Whole("k"), arguments.Number("p"), random))),
        new("random-connected", "a graph: a random spanning tree and random edges up to so many", "RPEL",
            [
                new("edges", "edges in all; n*s/2 costs as much as pull(s)") { IsWhole = true, Least = 1 },
                new("weights", "as-coded: as behind RPEL's figures a Byzantine neighbour has the own weight, and the learner its",
                    "metropolis") { Choices = ["metropolis", "as-coded"] },
            ],
            arguments => Chance($"random-connected({arguments.Word("edges")})",
                learners => arguments.Whole("edges") < learners - 1
                    || arguments.Whole("edges") > (long)learners * (learners - 1) / 2
                    ? $"edges={arguments.Word("edges")} is out of range: a connected graph over {learners} learners has "
                        + $"{learners - 1} to {(long)learners * (learners - 1) / 2}"
                    : arguments.Whole("edges") > MostEdges ? TooMany(learners) : null,
                (learners, random) => RandomGraphs.RandomConnected(learners, arguments.Whole("edges"), random),
                arguments.Word("weights") == "as-coded")),
    ];

    private static string TooMany(int learners) =>
        $"of {learners} learners has more than {MostEdges:N0} edges, too many to hold; take a sparser graph or pull(s)";

    private static PeerNetwork? Drawn(
        string name, string verb, int peers, int learners, Action<string> report,
        Func<Func<Protocol.LearnerId, Protocol.Round, bool>, IPeerSelection> select)
    {
        if (peers >= learners)
        {
            report($"{verb} {(name == "pull" ? $"{peers} peers" : $"{peers}")}, "
                + $"but of {learners} learners each has only {learners - 1}");
            return null;
        }

        if (name == "push" && learners > MostPushers)
        {
            report($"push finds each receiver's senders by going through all learners, {MostPushers:N0} at most; take pull(s)");
            return null;
        }

        return new PeerNetwork($"{name}({peers})", peers, name == "pull" ? peers : 0, Graph: null, select);
    }

    private static PeerChoice Shape(string text, Func<int, Graph> make, Func<int, long> edges) =>
        new((_, learners, report) =>
        {
            if (edges(learners) <= MostEdges)
            {
                return PeerNetwork.Of(text, make(learners));
            }

            report($"{text} {TooMany(learners)}");
            return null;
        });

    private static PeerChoice Chance(
        string text, Func<int, string?> refusal, Func<int, RandomStream, Graph> make, bool isOwnWeightMisplaced = false) =>
        new((seed, learners, report) =>
        {
            if (refusal(learners) is not { } reason)
            {
                return PeerNetwork.Of(text, make(learners, new RandomStream(seed, StreamPurpose.Graph))) with
                {
                    IsOwnWeightMisplaced = isOwnWeightMisplaced,
                };
            }

            report(reason.StartsWith("of ", StringComparison.Ordinal) ? $"{text} {reason}" : reason);
            return null;
        });
}
