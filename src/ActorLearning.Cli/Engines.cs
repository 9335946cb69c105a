using ActorLearning.Engine;
using ActorLearning.Engine.Checkpoints;
using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Preparation;
using ActorLearning.Scenarios;
#if AKKA
using ActorLearning.Cluster;
#endif

namespace ActorLearning.Cli;

/// <summary>The composition root: which engines this build has.</summary>
internal static class Engines
{
    private const string LacksCluster = "this build has no cluster engine: no package feed held Akka.NET when it was built. "
        + "Name a feed that has it in the NuGet configuration, run dotnet build at the root and try again.";

    private static readonly string[] Names = [EngineChoice.Embedded, EngineChoice.Cluster];

    /// <summary>Every engine, whether this build has it, and how to get it where not.</summary>
    public static IReadOnlyList<(string Name, bool IsHere, string WayOut)> All =>
        [(EngineChoice.Embedded, true, ""), (EngineChoice.Cluster, HasCluster, LacksCluster)];

    /// <summary>The engine of a choice, once it is told where checkpoints go.</summary>
    /// <exception cref="InputException">
    /// There is none, this build lacks it, or it cannot do what the scenario wants; the message says the way out.
    /// </exception>
    public static Func<ICheckpointStore, IEngine> Choose(EngineChoice choice, Scenario scenario)
    {
        Backends.Check(scenario);
        return ChooseEngine(choice, scenario);
    }

    private static Func<ICheckpointStore, IEngine> ChooseEngine(EngineChoice choice, Scenario scenario) => choice.Engine switch
    {
        EngineChoice.Embedded => store =>
            new EmbeddedEngine(new EmbeddedOptions { Threads = choice.Threads, Checkpoints = store }),
        EngineChoice.Cluster when scenario.Checkpoint is { Rounds: > 0 } or { Interval: not null } => throw new InputException(
            "checkpoint.every", "the cluster engine writes no checkpoints; take --engine embedded or --set checkpoint.every=0"),
        EngineChoice.Cluster when scenario.Checkpoint.Models > 0 => throw new InputException(
            "checkpoint.models", "the cluster engine writes no models; take --engine embedded or --set checkpoint.models=none"),
        EngineChoice.Cluster => Always(Cluster(choice)),
        var name => throw new InputException(
            "--engine", $"\"{name}\" is no engine{Nearest.Hint(name, Names)} (known: {string.Join(", ", Names)})"),
    };

    private static Func<ICheckpointStore, IEngine> Always(IEngine engine) => _ => engine;

#if AKKA
    private const bool HasCluster = true;

    /// <summary>Runs a node until it is asked to leave or put out.</summary>
    public static Task<int> RunNodeAsync(NodeChoice choice) => Nodes.RunAsync(choice);

    /// <summary>Prints how a cluster is.</summary>
    public static Task<int> ShowStatusAsync(StatusChoice choice, CancellationToken cancellation) =>
        Nodes.ShowStatusAsync(choice, cancellation);

    private static ClusterEngine Cluster(EngineChoice choice) => new(new ClusterOptions
    {
        Nodes = choice.Nodes,
        Threads = choice.Threads,
        Hocon = choice.Hocon,
        SeedNodes = choice.SeedNodes,
        NodeCommand = choice.IsLocal ? Nodes.OwnCommand() : [],
        NodeArguments = choice.HoconFile is { } path ? ["--hocon", path] : [],
    });
#else
    private const bool HasCluster = false;

    /// <summary>There are no nodes in this build.</summary>
    public static Task<int> RunNodeAsync(NodeChoice choice) => throw NoCluster("node");

    /// <summary>There are no nodes in this build.</summary>
    public static Task<int> ShowStatusAsync(StatusChoice choice, CancellationToken cancellation) =>
        throw NoCluster("cluster");

    private static IEngine Cluster(EngineChoice choice) => throw NoCluster("--engine");

    private static InputException NoCluster(string what) => new(what, LacksCluster);
#endif
}
