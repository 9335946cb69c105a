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
}
