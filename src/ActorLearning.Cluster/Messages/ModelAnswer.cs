namespace ActorLearning.Cluster.Messages;

/// <summary>The answer to a <see cref="ModelRequest"/>: raw floats on the wire, never through a general serializer.</summary>
/// <param name="Peer">Whose model.</param>
/// <param name="Round">The round.</param>
/// <param name="Step">The consensus step.</param>
/// <param name="Values">The model; null says that it is gone.</param>
public sealed record ModelAnswer(int Peer, int Round, int Step, float[]? Values);
