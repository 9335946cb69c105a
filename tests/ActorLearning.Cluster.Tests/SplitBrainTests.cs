using ActorLearning.Cluster.Tests.Processes;
using ActorLearning.Scenarios.Reading;
using Akka.Actor;
using Akka.Remote;
using Akka.Remote.Transport;

namespace ActorLearning.Cluster.Tests;

[Collection(ProcessCollection.Name)]
public sealed class SplitBrainTests
{
    private const string Throttled = """
        akka { loglevel = ERROR, stdout-loglevel = OFF }
        akka.remote.dot-netty.tcp.applied-adapters = ["trttl"]
        """;

    [Fact]
    public async Task The_larger_part_goes_on_with_the_run_and_the_smaller_one_stops()
    {
        var start = new NodeOptions { Hocon = Throttled, Threads = 1, Port = 0 };
        var nodes = Enumerable.Range(0, 3).Select(_ => NodeHost.Start(start)).ToList();
        foreach (var node in nodes)
        {
            node.Join(nodes[0].Address);
            await node.UpAsync();
        }

        var engine = new ClusterEngine(new ClusterOptions
        {
            SeedNodes = [nodes[0].Address.ToString()],
            Nodes = 3,
            Threads = 1,
            Hocon = Throttled,
        });
        Task? parted = null;
        var record = await engine.RunAsync(
            ScenarioFile.Parse("small.yaml", Nodes.Scenario),
            progress =>
            {
                if (progress.Round.Round == 5)
                {
                    parted = PartAsync(nodes[2], nodes[0], nodes[1]);
                }
            },
            default);

        await parted!;
        await nodes[2].Ended; // It finds itself alone, and stops.
        Assert.NotNull(record.ModelHash);
        Assert.False(nodes[0].Ended.IsCompleted);
        Assert.False(nodes[1].Ended.IsCompleted);
        await Task.WhenAll(nodes.Select(node => node.System.Terminate()));
    }

    /// <summary>Nothing passes between one node and the others any more.</summary>
    private static async Task PartAsync(NodeHost one, params NodeHost[] others)
    {
        foreach (var other in others)
        {
            await BlockAsync(one, other.Address);
            await BlockAsync(other, one.Address);
        }
    }

    private static Task BlockAsync(NodeHost node, Address peer) =>
        ((IRemoteActorRefProvider)((ExtendedActorSystem)node.System).Provider).Transport.ManagementCommand(
            new SetThrottle(peer, ThrottleTransportAdapter.Direction.Both, Blackhole.Instance));
}
