using System.CommandLine;
using System.Globalization;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Commands;

/// <summary>Options that say which engine runs a scenario, and where.</summary>
internal static class EngineOptions
{
    private const int MostNodes = 64;
    private const string InProcess = "in-process";

    public static readonly Option<int> Threads = new("--threads")
    {
        Description = "Worker threads, of each node that is started; changes no result",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public static readonly Option<string[]> SeedNode = new("--seed-node")
    {
        Description = "A node of a cluster that is there, e.g. akka.tcp://actorlearning@10.0.0.1:4053; may be repeated",
    };

    public static readonly Option<string?> Hocon =
        new("--hocon") { Description = "Settings that go before hocon/reference.hocon, e.g. hocon/tls.hocon" };

    private static readonly Option<string?> Engine = new("--engine")
    {
        Description = "embedded, or cluster: Akka.NET nodes [default: embedded, or cluster where an option below is given]",
    };

    private static readonly Option<string?> LocalNodes = new("--local-nodes")
    {
        Description = "A number: lighthouse and nodes as processes here that end with the run; in-process: in this one",
    };

    private static readonly Option<int?> Nodes =
        new("--nodes") { Description = "Nodes in this process, or nodes of the cluster to wait for; 1 without it" };

    static EngineOptions()
    {
        Threads.Validators.Clear();
        Threads.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var threads) || threads is < 1 or > 1024))
            {
                result.AddError($"--threads {result.Tokens[0].Value} is not a number from 1 to 1024.");
            }
        });
    }

    public static IReadOnlyList<Option> All => [Engine, LocalNodes, SeedNode, Nodes, Hocon, Threads];

    /// <summary>What the options ask for.</summary>
    /// <exception cref="InputException">They contradict each other: every problem at once.</exception>
    public static EngineChoice Choose(ParseResult parsed)
    {
        var problems = new List<Problem>();
        void Refuse(string option, string message) => problems.Add(new Problem(option, 0, 0, "", message));

        var local = parsed.GetValue(LocalNodes);
        var seeds = parsed.GetValue(SeedNode) ?? [];
        var nodes = parsed.GetValue(Nodes);
        var isCluster = local is not null || seeds.Length > 0 || nodes is not null;
        var engine = parsed.GetValue(Engine) ?? (isCluster ? EngineChoice.Cluster : EngineChoice.Embedded);
        if (isCluster && engine == EngineChoice.Embedded)
        {
            Refuse("--engine", "--local-nodes, --seed-node and --nodes belong to the cluster engine; leave embedded out");
        }

        if (nodes is < 1 or > MostNodes)
        {
            Refuse("--nodes", $"{nodes} is not a number from 1 to {MostNodes}");
        }

        if (local is not null && seeds.Length > 0)
        {
            Refuse("--local-nodes", "a run uses nodes of its own or those at --seed-node, not both");
        }

        var processes = 0;
        if (local is not null and not InProcess)
        {
            if (!int.TryParse(local, CultureInfo.InvariantCulture, out processes) || processes is < 1 or > MostNodes)
            {
                Refuse("--local-nodes", $"\"{local}\" is neither a number from 1 to {MostNodes} nor {InProcess}");
            }
            else if (nodes is not null)
            {
                Refuse("--nodes", "--local-nodes already says how many nodes there are");
            }
        }

        return problems.Count > 0
            ? throw new InputException(problems)
            : new EngineChoice(engine, processes > 0, processes > 0 ? processes : nodes ?? 1, seeds,
                HoconText(parsed), parsed.GetValue(Hocon), parsed.GetValue(Threads));
    }

    /// <summary>The text of the settings file; empty without one.</summary>
    public static string HoconText(ParseResult parsed)
    {
        if (parsed.GetValue(Hocon) is not { } path)
        {
            return "";
        }

        return File.Exists(path) ? File.ReadAllText(path) : throw new InputException("--hocon", $"there is no file {path}");
    }
}
