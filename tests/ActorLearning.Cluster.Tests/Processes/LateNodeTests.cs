using System.Diagnostics;
using ActorLearning.Cluster.Messages;
using ActorLearning.Engine.Embedded;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cluster.Tests.Processes;

[Collection(ProcessCollection.Name)]
public sealed class LateNodeTests
{
    [Fact]
    public async Task A_node_that_comes_late_takes_learners_at_the_next_run_and_the_bits_stay()
    {
        var scenario = ScenarioFile.Parse("small.yaml", Nodes.Scenario, "rounds=10", "exchange.deadline=60s");
        var embedded = await new EmbeddedEngine(new()).RunAsync(scenario, null, default);
        await using var nodes = await Nodes.StartAsync(2);
        string? late = null;
        ClusterStatus? duringFirst = null;

        using var stop = new CancellationTokenSource();
        void Look()
        {
            duringFirst = StatusAfterAdding(nodes, out late);
            stop.Cancel();
        }

        var first = await Nodes.RunAsync(
            nodes, 2, round => { if (round == 1) { Look(); } }, stop.Token, "rounds=1000000", "evaluate.every=0");
        var duringSecond = 0;
        var second = await Nodes.RunAsync(
            nodes, 3, _ => duringSecond = Math.Max(duringSecond, LearnersOn(Nodes.Status(nodes), late!)),
            "rounds=10", "exchange.deadline=60s");

        Assert.True(first.IsInterrupted);
        Assert.Equal(3, duringFirst!.LearnerNodes);
        Assert.Equal(1000000, duringFirst.Run!.Rounds); // The run goes on beside the newcomer.
        Assert.Equal(0, LearnersOn(duringFirst, late!));
        Assert.Equal(embedded.ModelHash, second.ModelHash);
        Assert.InRange(duringSecond, 1, 12);
    }

    [Fact]
    public async Task A_node_that_is_asked_to_leaves_gracefully_and_the_run_goes_on()
    {
        await using var nodes = await Nodes.StartAsync(3);
        var leaver = nodes.ProcessIds.Keys.First(address => address != nodes.Lighthouse);

        var record = await Nodes.RunAsync(nodes, 3, round =>
        {
            if (round == 5)
            {
                using var kill = Process.Start("kill", ["-TERM", $"{nodes.ProcessIds[leaver]}"]);
                kill.WaitForExit();
            }
        });

        Assert.NotNull(record.ModelHash);
        var status = await RemoteCluster.StatusAsync([nodes.Lighthouse], "");
        for (var looks = 0; status.LearnerNodes > 2 && looks < 100; looks++)
        {
            status = await RemoteCluster.StatusAsync([nodes.Lighthouse], ""); // It hands its learners over before it goes.
        }

        Assert.Equal(2, status.LearnerNodes);
        Assert.DoesNotContain(status.Members, member => !member.IsReachable);
    }

    private static ClusterStatus StatusAfterAdding(LocalNodes nodes, out string late)
    {
        late = nodes.AddAsync(threads: 1).GetAwaiter().GetResult();
        var status = Nodes.Status(nodes);
        for (var looks = 0; status.LearnerNodes < 3 && looks < 100; looks++)
        {
            status = Nodes.Status(nodes); // The newcomer knows that it is up before the lighthouse has heard of it.
        }

        return status;
    }

    private static int LearnersOn(ClusterStatus status, string address) =>
        status.Members.SingleOrDefault(member => member.Address == address)?.Learners ?? 0;
}
