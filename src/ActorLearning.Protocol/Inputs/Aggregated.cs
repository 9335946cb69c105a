namespace ActorLearning.Protocol.Inputs;

/// <summary>An aggregation is done; null where the rule refused what it was given.</summary>
public sealed record Aggregated(ExchangeKey Key, Model? Model, AggregationFacts Facts) : Input
{
    /// <summary>The life that asked for it.</summary>
    public int Life { get; init; }
}
