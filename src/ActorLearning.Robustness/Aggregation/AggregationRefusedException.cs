namespace ActorLearning.Robustness.Aggregation;

/// <summary>Too few usable models for a pipeline. A scenario rules this out beforehand, except for what peers answer.</summary>
public sealed class AggregationRefusedException(string message) : Exception(message);
