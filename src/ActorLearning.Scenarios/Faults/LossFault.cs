namespace ActorLearning.Scenarios.Faults;

/// <summary>Messages get lost.</summary>
/// <param name="Scope">Which messages.</param>
/// <param name="Probability">With which probability.</param>
public sealed record LossFault(MessageScope Scope, double Probability) : NetworkFault(Scope);
