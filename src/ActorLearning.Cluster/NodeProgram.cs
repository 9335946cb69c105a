using System.Runtime.InteropServices;

namespace ActorLearning.Cluster;

/// <summary>A node as a program: joins, says where it is, leaves gracefully when asked.</summary>
public static class NodeProgram
{
    /// <summary>It left because it was asked to.</summary>
    public const int Left = 0;

    /// <summary>The rest of the cluster put it out, or it could not get in.</summary>
    public const int PutOut = 1;

    /// <summary>Runs a node until SIGINT, SIGTERM or the end of the input; prints a line when it is up.</summary>
    /// <remarks>
    /// A node that lives by its input belongs to the process behind it. Ctrl-C in a terminal reaches both: that process ends the
    /// run after the round at hand, for which it needs its nodes, so they wait for the end of their input.
    /// </remarks>
    /// <param name="options">How it is started.</param>
    /// <param name="input">The node leaves at its end; null: only when a signal says so.</param>
    /// <exception cref="Scenarios.InputException">The settings cannot be read, or the address cannot be taken.</exception>
    public static async Task<int> RunAsync(NodeOptions options, TextReader? input = null)
    {
        var node = NodeHost.Start(options);
        Palettes.Open(node.System);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Leave(PosixSignalContext signal)
        {
            signal.Cancel = true;
            if (input is null || signal.Signal != PosixSignal.SIGINT)
            {
                asked.TrySetResult();
            }
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Leave);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Leave);
        if (input is not null)
        {
            _ = Task.Run(() => WaitForEnd(input, asked));
        }

        if (Akka.Cluster.Cluster.Get(node.System).Settings.SeedNodes.Count == 0)
        {
            node.Join(node.Address); // The first of a new cluster.
        }

        _ = node.UpAsync().ContinueWith(_ => Console.WriteLine($"{LocalNodes.Ready}{node.Address}"), TaskScheduler.Default);
        if (await Task.WhenAny(asked.Task, node.Ended) == asked.Task)
        {
            await node.DisposeAsync();
            return Left;
        }

        await Console.Error.WriteLineAsync(
            "This node is out of the cluster: the others lost sight of it, or it of the larger part of them. Start it again.");
        return PutOut;
    }

    private static void WaitForEnd(TextReader input, TaskCompletionSource asked)
    {
        while (input.ReadLine() is not null)
        {
        }

        asked.TrySetResult();
    }
}
