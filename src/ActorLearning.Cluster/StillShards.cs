using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster.Sharding;

namespace ActorLearning.Cluster;

/// <summary>
/// A shard goes to the node with the fewest and stays there while a run goes on, unless the node dies. Between runs shards
/// move to nodes that have too few: a node that joins late takes part from the next run.
/// </summary>
internal sealed class StillShards(Func<bool> isAtRest) : IShardAllocationStrategy
{
    public Task<IActorRef> AllocateShard(
        IActorRef requester, string shardId, IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations) =>
        Task.FromResult(currentShardAllocations
            .OrderBy(pair => pair.Value.Count)
            .ThenBy(pair => pair.Key.Path.ToStringWithAddress(), StringComparer.Ordinal)
            .First().Key);

    public Task<IImmutableSet<string>> Rebalance(
        IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations,
        IImmutableSet<string> rebalanceInProgress)
    {
        IEnumerable<string> moving =
            isAtRest() && rebalanceInProgress.Count == 0 ? Surplus(currentShardAllocations.Values) : [];
        return Task.FromResult<IImmutableSet<string>>(moving.ToImmutableHashSet());
    }

    /// <summary>The shards above each node's share; what does not go into equal shares stays where most are.</summary>
    private static IEnumerable<string> Surplus(IEnumerable<IImmutableList<string>> nodes)
    {
        var all = nodes.ToList();
        var (share, rest) = Math.DivRem(all.Sum(shards => shards.Count), Math.Max(1, all.Count));
        return all.OrderByDescending(shards => shards.Count)
            .SelectMany((shards, i) => shards.Order(StringComparer.Ordinal).Skip(i < rest ? share + 1 : share));
    }
}
