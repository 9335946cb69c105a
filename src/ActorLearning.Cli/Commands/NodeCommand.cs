using System.CommandLine;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Commands;

/// <summary><c>node</c>: a node of a cluster, until Ctrl-C.</summary>
internal static class NodeCommand
{
    private static readonly string[] Roles = ["learner", "lighthouse"];

    private static readonly Option<int?> Port = new("--port") { Description = "The port to listen on; 0 takes a free one" };

    private static readonly Option<string?> Hostname =
        new("--hostname") { Description = "The address to listen on and to tell the others" };

    private static readonly Option<string?> Role =
        new("--role") { Description = "learner, or lighthouse: a meeting point without learners" };

    private static readonly Option<bool> EndWithInput = new("--end-with-input")
    {
        Description = "Leave when the standard input is closed",
        Hidden = true,
    };

    public static Command Create()
    {
        var command = new Command("node",
            "Be a node of a cluster until Ctrl-C, e.g. actorlearning node --hocon hocon/node.hocon "
            + "--seed-node akka.tcp://actorlearning@10.0.0.1:4053")
        {
            EngineOptions.Hocon, EngineOptions.SeedNode, Port, Hostname, Role, EngineOptions.Threads, EndWithInput,
        };
        command.SetAction((parsed, _) => RunAsync(parsed));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed)
    {
        var problems = new List<Problem>();
        var (port, role) = (parsed.GetValue(Port), parsed.GetValue(Role));
        if (port is < 0 or > 65535)
        {
            problems.Add(new Problem("--port", 0, 0, "", $"{port} is not a number from 0 to 65535"));
        }

        if (role is not null && !Roles.Contains(role))
        {
            problems.Add(new Problem(
                "--role", 0, 0, "", $"\"{role}\" is no role{Nearest.Hint(role, Roles)} (known: {string.Join(", ", Roles)})"));
        }

        return problems.Count > 0
            ? throw new InputException(problems)
            : Engines.RunNodeAsync(new NodeChoice(
                EngineOptions.HoconText(parsed), port, parsed.GetValue(Hostname), parsed.GetValue(EngineOptions.SeedNode) ?? [],
                role, parsed.GetValue(EngineOptions.Threads), parsed.GetValue(EndWithInput)));
    }
}
