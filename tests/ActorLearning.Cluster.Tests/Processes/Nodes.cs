using System.Diagnostics;
using ActorLearning.Cluster.Messages;
using ActorLearning.Engine;
using ActorLearning.Engine.Records;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cluster.Tests.Processes;

/// <summary>Real nodes in processes of their own, and what tests do with them.</summary>
internal static class Nodes
{
    public const string Scenario = """
        name: small
        seed: 7
        learners: 12
        byzantine: { count: 2, attack: alie }
        data: { set: mnist, split: iid }
        model: softmax-regression
        training: { batch: 50, rate: 0.1, momentum: 0.9 }
        exchange: { peers: pull(5), assumedByzantine: 2, deadline: 2s }
        aggregation: nnm | trimmed-mean
        rounds: 40
        evaluate: { every: 0, images: 2000 }
        """;

    public static readonly string[] Program =
        ["dotnet", Path.Combine(AppContext.BaseDirectory, "actorlearning.dll")];

    public static Task<LocalNodes> StartAsync(int count) => LocalNodes.StartAsync(Program, count, threads: 1);

    public static Task<RunRecord> RunAsync(LocalNodes nodes, int count, Action<int>? onRound = null, params string[] overrides) =>
        RunAsync(nodes, count, onRound, default, overrides);

    public static Task<RunRecord> RunAsync(
        LocalNodes nodes, int count, Action<int>? onRound, CancellationToken stop, params string[] overrides) =>
        new ClusterEngine(new ClusterOptions { SeedNodes = [nodes.Lighthouse], Nodes = count, Threads = 1 }).RunAsync(
            ScenarioFile.Parse("small.yaml", Scenario, overrides), progress => onRound?.Invoke(progress.Round.Round), stop);

    /// <summary>Where the coordinator lives.</summary>
    public static async Task<string> CoordinatorAsync(LocalNodes nodes) =>
        (await RemoteCluster.StatusAsync([nodes.Lighthouse], "")).Run!.Node;

    /// <summary>How the cluster is, asked from where a test cannot wait otherwise.</summary>
    public static ClusterStatus Status(LocalNodes nodes) =>
        RemoteCluster.StatusAsync([nodes.Lighthouse], "").GetAwaiter().GetResult();

    /// <summary>Ends one of the processes that the test started, as a crash would.</summary>
    public static void Kill(LocalNodes nodes, string address) => Process.GetProcessById(nodes.ProcessIds[address]).Kill();
}
