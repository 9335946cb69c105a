using ActorLearning.Protocol.Peers;

namespace ActorLearning.Scenarios.Catalogue;

/// <summary>How learners choose their peers.</summary>
/// <param name="Count">Peers an exchange, s.</param>
/// <param name="Make">The selection for a seed and a number of learners.</param>
public sealed record PeerChoice(int Count, Func<ulong, int, IPeerSelection> Make);
