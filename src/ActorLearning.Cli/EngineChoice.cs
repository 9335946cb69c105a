namespace ActorLearning.Cli;

/// <summary>Which engine runs a scenario, and where.</summary>
/// <param name="Engine">Its name.</param>
/// <param name="IsLocal">Whether the nodes are processes of this machine, started for the run.</param>
/// <param name="Nodes">How many nodes to start or to wait for.</param>
/// <param name="SeedNodes">Nodes of a cluster that is there.</param>
/// <param name="Hocon">Settings that go before the defaults.</param>
/// <param name="HoconFile">The file they are in.</param>
/// <param name="Threads">Worker threads.</param>
internal sealed record EngineChoice(
    string Engine, bool IsLocal, int Nodes, IReadOnlyList<string> SeedNodes, string Hocon, string? HoconFile, int Threads)
{
    public const string Embedded = "embedded";
    public const string Cluster = "cluster";
}
