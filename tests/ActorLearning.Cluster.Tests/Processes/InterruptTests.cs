using System.Diagnostics;

namespace ActorLearning.Cluster.Tests.Processes;

[Collection(ProcessCollection.Name)]
public sealed class InterruptTests
{
    [Fact]
    public async Task Ctrl_C_in_a_terminal_reaches_local_nodes_too_and_they_stay_for_the_round_at_hand()
    {
        await using var nodes = await Nodes.StartAsync(2);
        using var stop = new CancellationTokenSource();

        var record = await Nodes.RunAsync(
            nodes, 2, round =>
            {
                if (round == 3)
                {
                    nodes.ProcessIds.Values.ToList().ForEach(Interrupt);
                    stop.Cancel();
                }
            },
            stop.Token, "rounds=1000000");

        Assert.True(record.IsInterrupted);
        Assert.Equal(2, (await RemoteCluster.StatusAsync([nodes.Lighthouse], "")).LearnerNodes);
    }

    private static void Interrupt(int process)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process}"]);
        kill.WaitForExit();
    }
}
