namespace ActorLearning.Protocol.Effects;

/// <summary>Apply the aggregation pipeline and give back <see cref="Inputs.Aggregated"/>.</summary>
/// <param name="Key">The exchange.</param>
/// <param name="Contributions">The own model first where there is one, then by peer.</param>
/// <param name="AssumedByzantine">How many may be Byzantine, b̂.</param>
/// <param name="HasOwn">False only for a learner that joins a running run.</param>
public sealed record Aggregate(ExchangeKey Key, IReadOnlyList<Contribution> Contributions, int AssumedByzantine, bool HasOwn)
    : Effect
{
    /// <summary>The learner's life; goes back with the outcome.</summary>
    public int Life { get; init; }
}
