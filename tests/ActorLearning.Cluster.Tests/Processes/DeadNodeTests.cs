using ActorLearning.Cluster.Messages;
using ActorLearning.Engine.Embedded;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cluster.Tests.Processes;

[Collection(ProcessCollection.Name)]
public sealed class DeadNodeTests
{
    private const double Tolerance = .01;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_outlives_the_death_of_a_node(bool isCoordinators)
    {
        await using var nodes = await Nodes.StartAsync(3);
        var coordinator = await Nodes.CoordinatorAsync(nodes);
        var victim = isCoordinators
            ? coordinator
            : nodes.ProcessIds.Keys.First(address => address != coordinator && address != nodes.Lighthouse);
        var round = 1 + (Environment.ProcessId % 39);

        var record = await Nodes.RunAsync(nodes, 3, reached =>
        {
            if (reached == round)
            {
                Nodes.Kill(nodes, victim);
            }
        });

        var where = $"killed after round {round}";
        Assert.True(record.Rounds.Count(item => item.Round == 40) == 1, where);
        Assert.NotNull(record.ModelHash); // Every honest learner has a model, so none is lost.
        Assert.Equal(10, record.Evaluations.Count(item => item.Round == 40));
        Assert.InRange(record.Accuracy!.Mean - await UndisturbedAsync(), -Tolerance, Tolerance);
    }

    [Fact]
    public async Task Learners_of_the_living_stay_where_they_are_when_the_coordinators_node_dies_however_uneven_that_is()
    {
        await using var nodes = await Nodes.StartAsync(2);
        var coordinator = await Nodes.CoordinatorAsync(nodes);
        var other = nodes.ProcessIds.Keys.Single(address => address != coordinator && address != nodes.Lighthouse);
        var (before, after) = (0, 0);
        using var stop = new CancellationTokenSource();

        void Disturb()
        {
            Task.WhenAll(nodes.AddAsync(threads: 1), nodes.AddAsync(threads: 1)).GetAwaiter().GetResult();
            before = LearnersOn(Nodes.Status(nodes), other);
            Nodes.Kill(nodes, coordinator);
            var status = Nodes.Status(nodes);
            for (var looks = 0; looks < 60 && !IsWholeAgain(status, coordinator); looks++)
            {
                status = Nodes.Status(nodes);
            }

            after = IsWholeAgain(status, coordinator) ? LearnersOn(status, other) : -1;
            stop.Cancel();
        }

        var record = await Nodes.RunAsync(
            nodes, 2, _ => { if (before == 0) { Disturb(); } }, stop.Token, "rounds=1000000");

        // The dead node's half goes to the two that came late: they have three each, and the share of each would be four.
        Assert.True(record.IsInterrupted);
        Assert.Equal((6, 6), (before, after));
    }

    /// <summary>Whether the run goes on with all twelve learners under another coordinator.</summary>
    private static bool IsWholeAgain(ClusterStatus status, string dead) => status.Run is { } run && run.Node != dead
        && status.Members.Where(member => member.Address != dead).Sum(member => Math.Max(0, member.Learners)) == 12;

    private static int LearnersOn(ClusterStatus status, string address) =>
        status.Members.Single(member => member.Address == address).Learners;

    private static async Task<double> UndisturbedAsync()
    {
        var scenario = ScenarioFile.Parse("small.yaml", Nodes.Scenario);
        var record = await new EmbeddedEngine(new()).RunAsync(scenario, null, default);
        return record.Accuracy!.Mean;
    }
}
