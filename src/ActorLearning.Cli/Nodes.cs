#if AKKA
using System.Reflection;
using System.Text.Json;
using ActorLearning.Cluster;
using ActorLearning.Cluster.Messages;
using Spectre.Console;

namespace ActorLearning.Cli;

/// <summary>Nodes of the cluster engine as processes.</summary>
internal static class Nodes
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The command line that starts this program once more.</summary>
    public static IReadOnlyList<string> OwnCommand()
    {
        var program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, Assembly.GetEntryAssembly()!.Location]
            : [program];
    }

    public static Task<int> RunAsync(NodeChoice choice) => NodeProgram.RunAsync(
        new NodeOptions
        {
            Hocon = choice.Hocon,
            Port = choice.Port,
            Hostname = choice.Hostname,
            SeedNodes = choice.SeedNodes,
            Role = choice.Role,
            Threads = choice.Threads,
        },
        choice.EndsWithInput ? Console.In : null);

    public static async Task<int> ShowStatusAsync(StatusChoice choice, CancellationToken cancellation)
    {
        await using var cluster = await RemoteCluster.ConnectAsync(choice.SeedNodes, choice.Hocon);
        Show(await cluster.StatusAsync(), choice.IsJson);
        while (choice.IsWatch && await IsGoingOnAsync(cancellation))
        {
            Show(await cluster.StatusAsync(), choice.IsJson);
        }

        return CommandLine.Done;
    }

    private static async Task<bool> IsGoingOnAsync(CancellationToken cancellation)
    {
        await Task.Delay(Pause, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
        return !cancellation.IsCancellationRequested;
    }

    private static void Show(ClusterStatus status, bool isJson)
    {
        if (isJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(status, JsonSerializerOptions.Web));
        }
        else
        {
            Show(status);
        }
    }

    private static void Show(ClusterStatus status)
    {
        var table = new Table { Border = TableBorder.None }.AddColumns("node", "roles", "status", "learners");
        foreach (var member in status.Members)
        {
            table.AddRow(member.Address, member.Roles, member.IsReachable ? member.Status : $"{member.Status}, unreachable",
                member.Learners < 0 || member.Roles != NodeRoles.Learner ? "" : $"{member.Learners}");
        }

        AnsiConsole.Write(table);
        Console.WriteLine(status.Run switch
        {
            null => "no coordinator answers",
            { Rounds: 0 } => "no run goes on",
            var run => $"round {run.Round} of {run.Rounds}, waits for {run.WaitsFor.Length} learner(s)",
        });
    }
}
#endif
