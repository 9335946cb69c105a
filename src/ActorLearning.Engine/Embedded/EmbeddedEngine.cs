using ActorLearning.Engine.Checkpoints;
using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Embedded;

/// <summary>
/// Runs all learners in this process, in virtual time, on all cores: no server, no network, the same bits every time.
/// </summary>
public sealed class EmbeddedEngine(EmbeddedOptions options) : IEngine
{
    /// <inheritdoc/>
    public Task<RunRecord> RunAsync(Scenario scenario, Action<RunProgress>? progress, CancellationToken cancellation) =>
        Task.Run(() => new EmbeddedRun(RunSetup.Load(scenario), options, progress).Run(cancellation), CancellationToken.None);

    /// <summary>
    /// Goes on with a run from a checkpoint: to the same bits as if it had never stopped, whatever the options.
    /// </summary>
    /// <param name="scenario">What was run.</param>
    /// <param name="from">Where to go on; of no use afterwards.</param>
    /// <param name="progress">Told of every round that ends from there on.</param>
    /// <param name="cancellation">Ends the run after the round at hand; the record then says so.</param>
    /// <exception cref="InputException">The checkpoint is of another scenario or build, or data is missing.</exception>
    /// <exception cref="RunFailedException">The run cannot go on.</exception>
    public Task<RunRecord> ResumeAsync(
        Scenario scenario, Checkpoint from, Action<RunProgress>? progress, CancellationToken cancellation) => Task.Run(
        () => from.Header.Refusal(scenario.Fingerprint) is { } reason
            ? throw new InputException("checkpoint", reason)
            : new EmbeddedRun(RunSetup.Load(scenario), options, progress, from).Run(cancellation),
        CancellationToken.None);
}
