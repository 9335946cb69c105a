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

    private static async Task<double> UndisturbedAsync()
    {
        var scenario = ScenarioFile.Parse("small.yaml", Nodes.Scenario);
        var record = await new EmbeddedEngine(new()).RunAsync(scenario, null, default);
        return record.Accuracy!.Mean;
    }
}
