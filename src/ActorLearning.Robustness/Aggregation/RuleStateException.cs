namespace ActorLearning.Robustness.Aggregation;

/// <summary>Bytes that are no state of a rule, or one of another rule or model.</summary>
public sealed class RuleStateException(string message) : Exception(message);
