using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine;

/// <summary>Runs scenarios: delivers inputs to the protocol machines and performs their effects.</summary>
public interface IEngine
{
    /// <summary>Runs a scenario to its end.</summary>
    /// <param name="scenario">What to run.</param>
    /// <param name="progress">Told of every round as it ends, in order, on the engine's thread.</param>
    /// <param name="cancellation">Ends the run after the round at hand; the record then says so.</param>
    /// <exception cref="InputException">Data sets are missing or damaged, or the split leaves a learner without data.</exception>
    /// <exception cref="RunFailedException">The run cannot go on.</exception>
    Task<RunRecord> RunAsync(Scenario scenario, Action<RunProgress>? progress, CancellationToken cancellation);
}
