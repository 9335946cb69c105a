namespace ActorLearning.Scenarios.Faults;

/// <summary>Messages arrive twice, the second time with a latency of its own.</summary>
/// <param name="Scope">Which messages.</param>
/// <param name="Probability">With which probability.</param>
public sealed record DuplicationFault(MessageScope Scope, double Probability) : NetworkFault(Scope);
