using ActorLearning.Protocol.Peers;

namespace ActorLearning.Scenarios.Catalogue;

public static partial class Known
{
    /// <summary>Ways to choose the peers of an exchange.</summary>
    public static Section<PeerChoice> Peers { get; } = new(
        "way to choose peers",
        new Entry<PeerChoice>("pull", "so many peers, uniform over all others, drawn anew in every exchange", "RPEL",
            [new("peers", "how many, s") { IsWhole = true, Least = 1 }],
            arguments => new PeerChoice(
                arguments.Whole("peers"), (seed, learners) => new UniformPull(seed, learners, arguments.Whole("peers")))));
}
