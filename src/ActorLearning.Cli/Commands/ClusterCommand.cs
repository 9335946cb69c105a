using System.CommandLine;

namespace ActorLearning.Cli.Commands;

/// <summary><c>cluster status</c>.</summary>
internal static class ClusterCommand
{
    private const string Lighthouse = "akka.tcp://actorlearning@127.0.0.1:4053";

    private static readonly Option<string[]> SeedNode = new("--seed-node")
    {
        Description = "Any node of the cluster; may be repeated",
        DefaultValueFactory = _ => [Lighthouse],
    };

    private static readonly Option<bool> Json = new("--json") { Description = "As JSON" };

    private static readonly Option<bool> Watch = new("--watch") { Description = "Once more every second, until Ctrl-C" };

    public static Command Create()
    {
        var status = new Command("status", "Nodes, learners and the run at hand, e.g. actorlearning cluster status "
            + $"--seed-node {Lighthouse}")
        {
            SeedNode, EngineOptions.Hocon, Json, Watch,
        };
        status.SetAction((parsed, cancellation) => Engines.ShowStatusAsync(
            new StatusChoice
            {
                SeedNodes = parsed.GetValue(SeedNode) ?? [Lighthouse],
                Hocon = EngineOptions.HoconText(parsed),
                IsJson = parsed.GetValue(Json),
                IsWatch = parsed.GetValue(Watch),
            },
            cancellation));
        return new Command("cluster", "Look at a cluster, e.g. actorlearning cluster status") { status };
    }
}
