using ActorLearning.Cluster.Messages;
using ActorLearning.Engine.Preparation;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Reading;
using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Event;

namespace ActorLearning.Cluster;

/// <summary>The run at hand in the distributed data of the cluster; how far it got is what its learners say.</summary>
/// <param name="system">The node.</param>
internal sealed class ClusterRunStore(ActorSystem system) : IRunStore
{
    private const int BalanceTries = 30;
    private static readonly TimeSpan BalancePause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ClusterNode node = ClusterNode.Of(system);

    /// <inheritdoc/>
    /// <remarks>Waits until the shards are spread over the nodes, then puts the scenario where every node finds it.</remarks>
    public async Task<PreparedRun> BeginAsync(CurrentRun run)
    {
        SummarySize.Require(system, ScenarioFile.Parse("scenario", run.Scenario).Learners);
        var hosts = Akka.Cluster.Cluster.Get(system).State.Members
            .Count(member => member.Status == Akka.Cluster.MemberStatus.Up && member.Roles.Contains(NodeRoles.Learner));
        await Regions.WaitAsync(node.Learners, hosts);
        for (var i = 0; i < BalanceTries && !await IsBalancedAsync(); i++)
        {
            await Task.Delay(BalancePause);
        }

        try
        {
            await CurrentRun.WriteAsync(system, run);
            return new PreparedRun(run, await node.SetupOf(run.Run), 0);
        }
        catch
        {
            await ForgetAsync(run); // No later coordinator is to go on with what is refused here.
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<PreparedRun?> FindAsync()
    {
        if (await CurrentRun.ReadAsync(system) is not { } current)
        {
            return null;
        }

        var setup = await SetupOfAsync(current);
        var rounds = await Task.WhenAll(
            Enumerable.Range(0, setup.Scenario.Learners).Select(learner => RoundOfAsync(learner, current.Run)));
        return new PreparedRun(current, setup, rounds.Max());
    }

    /// <inheritdoc/>
    public Task EndAsync() => CurrentRun.WriteAsync(system, null);

    /// <summary>What cannot be forgotten either must not hide why the run is refused.</summary>
    private async Task ForgetAsync(CurrentRun run)
    {
        try
        {
            await EndAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or AskTimeoutException)
        {
            Logging.GetLogger(system, this).Warning("The refused run {0} is still known: {1}", run.Run, e.Message);
        }
    }

    private async Task<RunSetup> SetupOfAsync(CurrentRun current)
    {
        try
        {
            return await node.SetupOf(current.Run);
        }
        catch (InputException e)
        {
            throw new LostRunException(current, e);
        }
    }

    private async Task<int> RoundOfAsync(int learner, Guid run)
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

    private async Task<bool> IsBalancedAsync()
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
