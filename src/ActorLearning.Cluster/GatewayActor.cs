using ActorLearning.Cluster.Messages;
using Akka.Actor;
using Akka.Cluster.Sharding;

namespace ActorLearning.Cluster;

/// <summary>
/// A node's door for those who are no members of the cluster: hands runs to the coordinator and tells how things are.
/// </summary>
internal sealed class GatewayActor : ReceiveActor
{
    /// <summary>The name under which every node has one.</summary>
    public const string Name = "gateway";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ClusterNode node = ClusterNode.Of(Context.System);
    private readonly Akka.Cluster.Cluster cluster = Akka.Cluster.Cluster.Get(Context.System);

    public GatewayActor()
    {
        Receive<SubmitRun>(submit => node.Coordinator.Forward(submit));
        Receive<StatusRequest>(_ => StatusAsync().PipeTo(Sender, Self));
    }

    private async Task<ClusterStatus> StatusAsync()
    {
        var state = cluster.State;
        var run = AskOrNull<RunStatus>(node.Coordinator, new StatusRequest());
        var shards = await AskOrNull<ClusterShardingStats>(node.Learners, new GetClusterShardingStats(Patience));
        int LearnersOf(Address address) =>
            shards is null ? -1 : shards.Regions.TryGetValue(address, out var region) ? region.Stats.Values.Sum() : 0;
        var members = state.Members.OrderBy(member => member.Address.ToString(), StringComparer.Ordinal)
            .Select(member => new MemberStatus(
                member.Address.ToString(), string.Join(',', member.Roles.Order(StringComparer.Ordinal)),
                member.Status.ToString(), !state.Unreachable.Contains(member), LearnersOf(member.Address)));
        return new ClusterStatus(cluster.SelfAddress.ToString(), [.. members], await run);
    }

    private static async Task<T?> AskOrNull<T>(IActorRef whom, object question)
        where T : class
    {
        if (whom.IsNobody())
        {
            return null;
        }

        try
        {
            return await whom.Ask<T>(question, Patience);
        }
        catch (AskTimeoutException)
        {
            return null;
        }
    }
}
