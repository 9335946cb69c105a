using System.Diagnostics;
using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Transport;
using ActorLearning.Engine;
using ActorLearning.Engine.Compute;
using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;
using Akka.Actor;
using Akka.Cluster;
using Akka.Configuration;
using Akka.Event;

namespace ActorLearning.Cluster;

/// <summary>
/// Runs scenarios on an Akka.NET cluster whose nodes live in this process: the same machines, messages and serializers.
/// </summary>
public sealed class ClusterEngine(ClusterOptions options) : IEngine
{
    private static readonly TimeSpan Formation = TimeSpan.FromSeconds(60);

    // Nodes that end together have nobody to leave behind, and would complain of each other.
    private const string QuietEnd = """

        akka { loglevel = ERROR, stdout-loglevel = OFF, coordinated-shutdown.run-by-actor-system-terminate = off }
        """;

    // What Akka calls off, and has no public name for.
    private const LogLevel NoLogging = (LogLevel)int.MaxValue;

    /// <inheritdoc/>
    public async Task<RunRecord> RunAsync(Scenario scenario, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        var setup = RunSetup.Load(scenario);
        RefuseTooLarge(scenario);
        var nodes = Enumerable.Range(0, options.Nodes).Select(_ => NodeHost.Start(options.Hocon + QuietEnd, options.Threads))
            .ToList();
        try
        {
            await FormAsync(nodes);
            await Regions.WaitAsync(ClusterNode.Of(nodes[0].System).Learners, nodes.Count);
            return await RunAsync(setup, nodes[0].System, progress, cancellation);
        }
        finally
        {
            options.BeforeEnd?.Invoke(nodes);

            // The whole cluster ends: nobody is left to hand anything over to, and nobody's complaint of it is of interest.
            nodes.ForEach(node => node.System.EventStream.SetLogLevel(NoLogging));
            await Task.WhenAll(nodes.Select(node => node.System.Terminate()));
        }
    }

    private async Task<RunRecord> RunAsync(
        RunSetup setup, ActorSystem system, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        var byzantine = setup.Population.Byzantine.Order().Select(id => id.Number);
        var record = new RunRecord(setup.Scenario, $"cluster, {options.Nodes} node(s)", [.. byzantine])
        {
            Shards = setup.Shards,
        };
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
        var client = system.ActorOf(Props.Create(() => new ClientActor(run, setup, record, onRound, end)), $"client-{run:N}");
        client.Tell(new SubmitRun(run, setup.Scenario.Text));
        using var stop = cancellation.Register(() => client.Tell(new StopRun(run)));
        await end.Task;
        record.Elapsed = clock.Elapsed;
        return record;
    }

    /// <summary>Makes one cluster of the nodes and waits until all are up.</summary>
    private static async Task FormAsync(IReadOnlyList<NodeHost> nodes)
    {
        foreach (var node in nodes)
        {
            node.Join(nodes[0].Address);
        }

        var clock = Stopwatch.StartNew();
        bool AllUp() => nodes.All(node =>
            Akka.Cluster.Cluster.Get(node.System).State.Members.Count(member => member.Status == MemberStatus.Up) == nodes.Count);
        while (!AllUp())
        {
            if (clock.Elapsed > Formation)
            {
                throw new InputException(
                    "--engine cluster", $"{nodes.Count} node(s) did not form a cluster within {Formation.TotalSeconds} s");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private void RefuseTooLarge(Scenario scenario)
    {
        var limit = TransportSettings.Of(ConfigurationFactory.ParseString(options.Hocon)).Limits.LongestModel;
        if (scenario.Model.Parameters > limit)
        {
            throw new InputException("--engine cluster",
                $"a model of {scenario.Model.Parameters:N0} parameters is larger than the {limit:N0} that nodes take; "
                + "raise actorlearning.models.largest-model");
        }
    }
}
