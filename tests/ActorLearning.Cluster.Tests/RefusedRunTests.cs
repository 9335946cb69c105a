using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Tests.Processes;
using Akka.Actor;

namespace ActorLearning.Cluster.Tests;

/// <summary>Runs that a cluster does not take, and what it remembers of them: nothing.</summary>
public sealed class RefusedRunTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task What_only_the_data_show_is_told_and_no_later_coordinator_goes_on_with_the_run()
    {
        await using var node = await StartAsync("");

        var refused = await SubmitAsync(node, Nodes.Scenario.Replace("split: iid", "split: dirichlet(alpha=0.0001)"));

        Assert.StartsWith("data.split: leaves ", refused.Reason);
        Assert.Null(await CurrentRun.ReadAsync(node.System));
    }

    [Fact]
    public async Task A_round_whose_summary_no_frame_would_hold_is_refused_before_it_begins()
    {
        await using var node = await StartAsync("akka.remote.dot-netty.tcp.maximum-frame-size = 40kB");

        var refused = await SubmitAsync(node, Nodes.Scenario.Replace("learners: 12", "learners: 1200"));

        Assert.Matches(
            @"^learners: what a round of 1,200 learners brings takes \d+,\d+ bytes and a frame holds 35,904; "
            + "raise akka.remote.dot-netty.tcp.maximum-frame-size", refused.Reason);
        Assert.Null(await CurrentRun.ReadAsync(node.System));
    }

    [Fact]
    public async Task Ten_thousand_learners_fit_the_frames_that_ship()
    {
        await using var node = await StartAsync("");

        Assert.InRange(SummarySize.Of(node.System, learners: 10_000), 1_000_000, 16 << 20);
    }

    private static async Task<NodeHost> StartAsync(string hocon)
    {
        var node = NodeHost.Start(new NodeOptions { Port = 0, Hocon = hocon });
        node.Join(node.Address);
        await node.UpAsync().WaitAsync(Limit);
        return node;
    }

    private static Task<RunRefused> SubmitAsync(NodeHost node, string scenario) =>
        node.Gateway.Ask<RunRefused>(new SubmitRun(Guid.NewGuid(), scenario), Limit);
}
