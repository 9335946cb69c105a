namespace ActorLearning.Protocol;

/// <summary>What an aggregation tells about itself.</summary>
/// <param name="ByzantineMet">Byzantine peers among those pulled; known to the engine, never to the learner.</param>
public sealed record AggregationFacts(int ByzantineMet)
{
    /// <summary>Honest models offered to a rule that tells what it took; 0 for a rule that does not.</summary>
    public int HonestOffered { get; init; }

    /// <summary>Those of them that it gave no weight.</summary>
    public int HonestRefused { get; init; }

    /// <summary>Byzantine models offered to such a rule.</summary>
    public int ByzantineOffered { get; init; }

    /// <summary>Those of them that it gave weight.</summary>
    public int ByzantineAccepted { get; init; }
}
