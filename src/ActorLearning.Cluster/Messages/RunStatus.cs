namespace ActorLearning.Cluster.Messages;

/// <summary>The coordinator tells how the run is; every few seconds to whoever submitted it, and to whoever asks.</summary>
/// <param name="Run">The run; <see cref="Guid.Empty"/> where none goes on.</param>
/// <param name="Round">The round at hand.</param>
/// <param name="Rounds">The rounds of the run.</param>
/// <param name="WaitsFor">Learners that have not reported the round at hand.</param>
/// <param name="Node">Where the coordinator lives.</param>
public sealed record RunStatus(Guid Run, int Round, int Rounds, int[] WaitsFor, string Node) : IControlMessage;
