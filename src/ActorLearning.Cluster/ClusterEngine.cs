using System.Diagnostics;
using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Transport;
using ActorLearning.Engine;
using ActorLearning.Engine.Compute;
using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;
using Akka.Actor;

namespace ActorLearning.Cluster;

/// <summary>
/// Runs scenarios on an Akka.NET cluster: one that is there, one of local processes, or one whose nodes live in this process.
/// </summary>
public sealed class ClusterEngine(ClusterOptions options) : IEngine
{
    /// <inheritdoc/>
    public async Task<RunRecord> RunAsync(Scenario scenario, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        var setup = await Task.Run(() => RunSetup.Load(scenario), cancellation);
        RefuseWhatItCannotDo(scenario);
        RefuseTooLarge(scenario);
        await using var cluster = await OpenAsync();
        await Formation.WaitAsync(cluster.Gateway, options.Nodes);
        return await RunAsync(setup, cluster, progress, cancellation);
    }

    private async Task<ICluster> OpenAsync()
    {
        if (options.SeedNodes.Count > 0)
        {
            return await RemoteCluster.ConnectAsync(options.SeedNodes, options.Hocon);
        }

        return options.NodeCommand.Count > 0
            ? await LocalCluster.StartAsync(options)
            : await InProcessCluster.StartAsync(options);
    }

    private async Task<RunRecord> RunAsync(
        RunSetup setup, ICluster cluster, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        var byzantine = setup.Population.Byzantine.Order().Select(id => id.Number);
        var record = new RunRecord(setup.Scenario, cluster.Name, [.. byzantine]) { Shards = setup.Shards };
        var clock = Stopwatch.StartNew();
        void Show()
        {
            record.Elapsed = clock.Elapsed;
            progress?.Invoke(new RunProgress(record, record.Last!));
        }

        StartEvaluation.Add(record, setup, new LearnerCompute(setup), new WorkerPool(options.Threads));
        if (record.Last is not null)
        {
            Show();
        }

        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = Guid.NewGuid();
        Action onRound = Show;
        var client = cluster.System.ActorOf(
            Props.Create(() => new ClientActor(run, setup, record, onRound, end)), $"client-{run:N}");
        cluster.Gateway.Tell(new SubmitRun(run, setup.Scenario.Text), client);
        using var stop = cancellation.Register(() => client.Tell(new StopRun(run)));
        await end.Task;
        record.Elapsed = clock.Elapsed;
        return record;
    }

    private static void RefuseWhatItCannotDo(Scenario scenario)
    {
        if (scenario.Faults.Count > 0)
        {
            throw new InputException(
                "faults", "happen in virtual time, so only the embedded engine makes them; leave out --engine cluster");
        }

        if (scenario.Exchange.Ticks != RoundTicks.EveryRound)
        {
            throw new InputException(
                "exchange.ticks", "none is for the embedded engine in this version; leave out --engine cluster");
        }
    }

    private void RefuseTooLarge(Scenario scenario)
    {
        var limit = TransportSettings.Of(NodeDefaults.Behind(options.Hocon)).Limits.LongestModel;
        if (scenario.Model.Parameters > limit)
        {
            throw new InputException("--engine cluster",
                $"a model of {scenario.Model.Parameters:N0} parameters is larger than the {limit:N0} that nodes take; "
                + "raise actorlearning.models.largest-model");
        }
    }
}
