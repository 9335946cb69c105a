using System.Collections.Immutable;
using ActorLearning.Cluster.Messages;
using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorLearning.Cluster.Tests;

/// <summary>A node's door, with a coordinator and a shard region that the test plays.</summary>
public sealed class GatewayActorTests : TestKit
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly IActorRef gateway;
    private readonly Akka.Cluster.Cluster cluster;

    public GatewayActorTests()
        : base("""
            akka { loglevel = OFF, actor.provider = cluster, cluster.roles = [learner]
            remote.dot-netty.tcp { hostname = 127.0.0.1, port = 0 } }
            """)
    {
        cluster = Akka.Cluster.Cluster.Get(Sys);
        gateway = Sys.ActorOf(Props.Create(() => new GatewayActor()));
    }

    [Fact]
    public void A_submission_reaches_the_coordinator_as_if_its_sender_had_told_it()
    {
        var coordinator = CreateTestProbe("the-coordinator");
        ClusterNode.Of(Sys).Coordinator = coordinator;
        var submit = new SubmitRun(Guid.NewGuid(), "name: small");

        gateway.Tell(submit, TestActor);

        Assert.Same(submit, coordinator.ExpectMsg<SubmitRun>());
        Assert.Equal(TestActor, coordinator.LastSender);
    }

    [Fact]
    public async Task The_status_has_every_member_with_its_learners_and_the_run()
    {
        await JoinAsync();
        var run = new RunStatus(Guid.NewGuid(), 3, 40, [7], "");
        ClusterNode.Of(Sys).Coordinator = Answering<StatusRequest>(run);
        ClusterNode.Of(Sys).Learners = Answering<GetClusterShardingStats>(Stats(cluster.SelfAddress, 4, 3));

        var status = await gateway.Ask<ClusterStatus>(new StatusRequest(), Limit);

        Assert.Equal(cluster.SelfAddress.ToString(), status.Seen);
        Assert.Same(run, status.Run);
        Assert.Equal(
            new MemberStatus(cluster.SelfAddress.ToString(), "learner", "Up", IsReachable: true, Learners: 7),
            Assert.Single(status.Members));
    }

    [Fact]
    public async Task A_member_that_hosts_nobody_has_no_learners()
    {
        await JoinAsync();
        ClusterNode.Of(Sys).Learners = Answering<GetClusterShardingStats>(
            Stats(cluster.SelfAddress.WithPort(1), 12)); // All live elsewhere.

        var status = await gateway.Ask<ClusterStatus>(new StatusRequest(), Limit);

        Assert.Equal(0, Assert.Single(status.Members).Learners);
    }

    [Fact]
    public async Task What_nobody_tells_is_left_open_and_the_members_are_told_all_the_same()
    {
        await JoinAsync();

        var status = await gateway.Ask<ClusterStatus>(new StatusRequest(), Limit); // Coordinator and learners are nobody yet.

        Assert.Null(status.Run);
        Assert.Equal(-1, Assert.Single(status.Members).Learners);
    }

    private static ClusterShardingStats Stats(Address host, params int[] learners) => new(
        ImmutableDictionary<Address, ShardRegionStats>.Empty.Add(host, new ShardRegionStats(
            Enumerable.Range(0, learners.Length).ToImmutableDictionary(shard => $"{shard}", shard => learners[shard]), [])));

    private async Task JoinAsync()
    {
        var up = new TaskCompletionSource();
        cluster.RegisterOnMemberUp(() => up.TrySetResult());
        cluster.Join(cluster.SelfAddress);
        await up.Task.WaitAsync(Limit);
        await AwaitAssertAsync(() => Assert.Equal("Up", Assert.Single(cluster.State.Members).Status.ToString()), Limit);
    }

    private TestProbe Answering<T>(object answer)
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            Assert.IsType<T>(message);
            sender.Tell(answer);
            return AutoPilot.KeepRunning;
        }));
        return probe;
    }
}
