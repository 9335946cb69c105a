using ActorLearning.Cluster.Messages;
using ActorLearning.Engine.Preparation;
using ActorLearning.Scenarios.Reading;
using Akka.Actor;
using Akka.Cluster.Sharding;

namespace ActorLearning.Cluster;

/// <summary>A run that a coordinator can go on with.</summary>
/// <param name="Current">The run.</param>
/// <param name="Setup">Its data.</param>
/// <param name="Round">The highest round any learner is in; 0 before the first.</param>
internal sealed record PreparedRun(CurrentRun Current, RunSetup Setup, int Round) : INoSerializationVerificationNeeded
{
    private const int BalanceTries = 30;
    private static readonly TimeSpan BalancePause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A new run: waits until the shards are spread over the nodes, then puts the scenario where every node finds it.
    /// </summary>
    public static async Task<PreparedRun> NewAsync(ActorSystem system, CurrentRun run)
    {
        SummarySize.Require(system, ScenarioFile.Parse("scenario", run.Scenario).Learners);
        var node = ClusterNode.Of(system);
        var hosts = Akka.Cluster.Cluster.Get(system).State.Members
            .Count(member => member.Status == Akka.Cluster.MemberStatus.Up && member.Roles.Contains(NodeRoles.Learner));
        await Regions.WaitAsync(node.Learners, hosts);
        for (var i = 0; i < BalanceTries && !await IsBalancedAsync(node); i++)
        {
            await Task.Delay(BalancePause);
        }

        await CurrentRun.WriteAsync(system, run);
        try
        {
            return new PreparedRun(run, await node.SetupOf(run.Run), 0);
        }
        catch
        {
            await CurrentRun.WriteAsync(system, null); // No later coordinator is to go on with what is refused here.
            throw;
        }
    }

    /// <summary>The run that an earlier coordinator was at, and how far it got; null where there is none.</summary>
    public static async Task<PreparedRun?> FindAsync(ActorSystem system)
    {
        if (await CurrentRun.ReadAsync(system) is not { } current)
        {
            return null;
        }

        var node = ClusterNode.Of(system);
        var setup = await node.SetupOf(current.Run);
        var rounds = await Task.WhenAll(
            Enumerable.Range(0, setup.Scenario.Learners).Select(learner => RoundOfAsync(node, learner, current.Run)));
        return new PreparedRun(current, setup, rounds.Max());
    }

    private static async Task<int> RoundOfAsync(ClusterNode node, int learner, Guid run)
    {
        try
        {
            return (await node.Learners.Ask<RoundPosition>(new LearnerEnvelope(learner, new RoundQuery(run)), Patience)).Round;
        }
        catch (AskTimeoutException)
        {
            return 0; // Its node is being given up; the others know the round.
        }
    }

    private static async Task<bool> IsBalancedAsync(ClusterNode node)
    {
        try
        {
            var stats = await node.Learners.Ask<ClusterShardingStats>(new GetClusterShardingStats(Patience), Patience);
            var counts = stats.Regions.Values.Select(region => region.Stats.Count).DefaultIfEmpty().ToList();
            return counts.Max() - counts.Min() <= 1 || counts.Sum() == 0;
        }
        catch (AskTimeoutException)
        {
            return false;
        }
    }
}
