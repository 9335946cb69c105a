using ActorLearning.Engine;
using ActorLearning.Engine.Embedded;
using ActorLearning.Scenarios;
#if AKKA
using ActorLearning.Cluster;
#endif

namespace ActorLearning.Cli;

/// <summary>The composition root: which engines this build has.</summary>
internal static class Engines
{
    private static readonly string[] Names = ["embedded", "cluster"];

    /// <summary>The engine of a name.</summary>
    /// <exception cref="InputException">There is none, or this build lacks it; the message says the way out.</exception>
    public static IEngine Choose(string name, int? nodes, int threads) => name switch
    {
        "embedded" when nodes is not null => throw new InputException("--nodes", "belongs to --engine cluster; add it"),
        "embedded" => new EmbeddedEngine(new EmbeddedOptions { Threads = threads }),
        "cluster" when nodes is < 1 or > 64 => throw new InputException("--nodes", $"{nodes} is not a number from 1 to 64"),
        "cluster" => Cluster(nodes ?? 1, threads),
        _ => throw new InputException(
            "--engine", $"\"{name}\" is no engine{Nearest.Hint(name, Names)} (known: {string.Join(", ", Names)})"),
    };

#if AKKA
    private static ClusterEngine Cluster(int nodes, int threads) => new(new ClusterOptions { Nodes = nodes, Threads = threads });
#else
    private static IEngine Cluster(int nodes, int threads) => throw new InputException(
        "--engine", "this build has no cluster engine: no package feed held Akka.NET when it was built. "
        + "Name a feed that has it in the NuGet configuration, run dotnet build at the root and try again.");
#endif
}
