namespace ActorLearning.Scenarios.Faults;

/// <summary>Messages are held back, so that later ones overtake them.</summary>
/// <param name="Scope">Which messages.</param>
/// <param name="Probability">With which probability.</param>
/// <param name="Within">Held back for a time uniform between 0 and this.</param>
public sealed record ReorderingFault(MessageScope Scope, double Probability, TimeSpan Within) : NetworkFault(Scope);
