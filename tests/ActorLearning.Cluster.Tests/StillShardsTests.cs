using System.Collections.Immutable;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorLearning.Cluster.Tests;

/// <summary>Where learners live, and when they may move.</summary>
public sealed class StillShardsTests : TestKit
{
    [Theory]
    [InlineData(new[] { 10, 10, 10, 0 }, new[] { 8, 8, 7, 7 })]
    [InlineData(new[] { 5, 5, 0 }, new[] { 4, 3, 3 })]
    [InlineData(new[] { 12, 0 }, new[] { 6, 6 })]
    [InlineData(new[] { 1, 0, 0 }, new[] { 1, 0, 0 })]
    [InlineData(new[] { 4, 4, 3 }, new[] { 4, 4, 3 })]
    [InlineData(new[] { 0, 7, 1 }, new[] { 3, 3, 2 })]
    public async Task At_rest_nodes_end_within_one_learner_of_each_other(int[] before, int[] after)
    {
        var shards = new StillShards(() => true);
        var nodes = Nodes(before);

        var moving = await shards.Rebalance(nodes, []);
        var (left, count) = (nodes.ToImmutableDictionary(node => node.Key, Without(moving)), 0);
        foreach (var shard in moving.Order(StringComparer.Ordinal))
        {
            var home = await shards.AllocateShard(TestActor, shard, left);
            left = left.SetItem(home, left[home].Add(shard));
            count++;
        }

        Assert.Equal(after.Order(), left.Values.Select(list => list.Count).Order());
        Assert.Equal(before.Sum(), left.Values.Sum(list => list.Count));
        Assert.Equal(before.Order().SequenceEqual(after.Order()), count == 0);
    }

    [Fact]
    public async Task While_a_run_goes_on_or_may_go_on_none_moves()
    {
        var isAtRest = false;
        var shards = new StillShards(() => isAtRest);
        var nodes = Nodes(9, 0);

        Assert.Empty(await shards.Rebalance(nodes, []));
        isAtRest = true;
        Assert.NotEmpty(await shards.Rebalance(nodes, []));
        Assert.Empty(await shards.Rebalance(nodes, ["one on its way"]));
    }

    private static Func<KeyValuePair<IActorRef, IImmutableList<string>>, IImmutableList<string>> Without(
        IImmutableSet<string> moving) => node => node.Value.Where(shard => !moving.Contains(shard)).ToImmutableList();

    private ImmutableDictionary<IActorRef, IImmutableList<string>> Nodes(params int[] counts) => counts
        .Select((count, node) => KeyValuePair.Create<IActorRef, IImmutableList<string>>(
            CreateTestProbe($"node-{node}"), [.. Enumerable.Range(0, count).Select(shard => $"{node}-{shard}")]))
        .ToImmutableDictionary();
}
