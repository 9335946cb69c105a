using ActorLearning.Cluster.Transport;
using ActorLearning.Engine;
using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Records;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cluster.Tests.Transport;

/// <summary>Whole runs on real nodes over loopback, and what has crossed between them.</summary>
public sealed class CrossingTests
{
    private const int Learners = 8;
    private const int Rounds = 4;

    private static readonly string Text = $$"""
        name: crossings
        seed: 3
        learners: {{Learners}}
        byzantine: { count: 0 }
        data: { set: mnist, split: iid }
        model: softmax-regression
        training: { batch: 10, rate: 0.2 }
        exchange: { peers: pull({{Learners - 1}}), assumedByzantine: 0, deadline: 60s }
        aggregation: mean
        rounds: {{Rounds}}
        evaluate: { every: 0, images: 100 }
        """;

    [Fact]
    public async Task A_model_crosses_to_a_node_once_however_many_learners_there_pull_it()
    {
        var (record, nodes) = await RunAsync();

        // Each learner pulls all the others: a node's four need the four of the other node, once each and round.
        Assert.Equal(Rounds * Learners, Sum(nodes, TransportEvent.Crossing));
        var needed = Rounds * Learners * (Learners / 2);
        var served = Sum(nodes, TransportEvent.Crossing, TransportEvent.StoreHit, TransportEvent.SharedFetch);
        Assert.Equal(needed, served);
        Assert.All(record.Rounds, round => Assert.Equal(Learners * (Learners - 1), round.Answers));
        AssertNothingWasLost(nodes);
    }

    [Fact]
    public async Task A_lie_to_each_victim_crosses_for_each()
    {
        var (_, nodes) = await RunAsync("byzantine.count=2", "byzantine.attack=gaussian", "rounds=1");

        // Six honest learners pull seven peers; two of those tell everybody something else.
        var lies = nodes.Sum(node => node[TransportEvent.Crossing]) - Learners + 2;
        Assert.True(lies > 2, $"{lies} lies crossed: fewer than there are victims on the other node");
        AssertNothingWasLost(nodes);
    }

    [Fact]
    public async Task A_store_without_room_changes_no_bit()
    {
        var (record, nodes) = await RunAsync([], "actorlearning.models { store-size = 0, pulls-in-flight = 1 }");

        Assert.Equal(await EmbeddedHash(), record.ModelHash);
        Assert.Equal(0, Sum(nodes, TransportEvent.StoreHit));
    }

    [Fact]
    public async Task A_model_many_times_larger_than_the_frame_goes_in_pieces()
    {
        // 1,256,490 parameters: 5 MB through frames of 125 KiB, Akka's own default.
        const string frames = """
            akka.remote.dot-netty.tcp { maximum-frame-size = 128000b, send-buffer-size = 256000b, receive-buffer-size = 256000b }
            """;
        string[] large = ["model=mlp(1300,180)", "learners=4", "exchange.peers=pull(3)", "rounds=1", "training.batch=2"];

        var (record, nodes) = await RunAsync(large, frames);

        Assert.Equal(await EmbeddedHash(large), record.ModelHash);
        Assert.Equal(4, Sum(nodes, TransportEvent.Crossing));
        AssertNothingWasLost(nodes);
    }

    [Fact]
    public async Task Duplicates_reach_the_machine_and_are_counted_and_change_no_bit()
    {
        string[] attack = ["byzantine.count=2", "byzantine.attack=duplicate"];

        var (record, nodes) = await RunAsync(attack);

        Assert.Equal(await EmbeddedHash(attack), record.ModelHash);
        Assert.True(Sum(nodes, TransportEvent.Duplicate) > 0, "no second answer was seen");
        Assert.True(record.Rounds.Sum(round => round.Duplicates) > 0, "no machine was told of a second answer");
    }

    [Fact]
    public async Task Answers_after_the_deadline_hold_up_nothing_and_are_counted_by_machine_and_node()
    {
        string[] attack = ["byzantine.count=2", "byzantine.attack=late(delay=3)", "exchange.deadline=2s", "rounds=3"];

        var (record, nodes) = await RunAsync(attack);

        Assert.Equal(3, record.Rounds.Count);
        Assert.True(record.Rounds.Sum(round => round.Timeouts) >= 3 * 6 * 2, "a late answer was waited for");
        Assert.True(record.Rounds.Sum(round => round.Late) > 0, "no machine was told of a late answer");
        Assert.True(Sum(nodes, TransportEvent.Late) > 0, "no node counted a late answer");
    }

    private static async Task<(RunRecord Record, IReadOnlyList<TransportCounts> Nodes)> RunAsync(
        string[] overrides, string hocon = "")
    {
        IReadOnlyList<TransportCounts> counts = [];
        var options = new ClusterOptions
        {
            Nodes = 2,
            Threads = 2,
            Hocon = hocon,
            BeforeEnd = nodes => counts = [.. nodes.Select(node => node.Models)],
        };
        var scenario = ScenarioFile.Parse("crossings.yaml", Text, overrides);
        return (await new ClusterEngine(options).RunAsync(scenario, null, CancellationToken.None), counts);
    }

    private static Task<(RunRecord Record, IReadOnlyList<TransportCounts> Nodes)> RunAsync(params string[] overrides) =>
        RunAsync(overrides, string.Empty);

    private static async Task<string?> EmbeddedHash(params string[] overrides)
    {
        var scenario = ScenarioFile.Parse("crossings.yaml", Text, overrides);
        return (await new EmbeddedEngine(new()).RunAsync(scenario, null, CancellationToken.None)).ModelHash;
    }

    private static long Sum(IReadOnlyList<TransportCounts> nodes, params TransportEvent[] what) =>
        nodes.Sum(node => what.Sum(item => node[item]));

    private static void AssertNothingWasLost(IReadOnlyList<TransportCounts> nodes) => Assert.Equal(0, Sum(
        nodes, TransportEvent.Abandoned, TransportEvent.WrongHash, TransportEvent.Damaged, TransportEvent.Late,
        TransportEvent.Stray, TransportEvent.DeadLetter));
}
