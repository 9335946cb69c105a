namespace ActorLearning.Scenarios.Catalogue;

/// <summary>How learners choose their peers, before their number is known.</summary>
/// <param name="Make">
/// The network for a seed and a number of learners; null where there is none, with every reason reported.
/// </param>
public sealed record PeerChoice(Func<ulong, int, Action<string>, PeerNetwork?> Make);
