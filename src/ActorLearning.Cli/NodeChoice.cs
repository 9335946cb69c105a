namespace ActorLearning.Cli;

/// <summary>How a node is started. What is null is left to the settings.</summary>
/// <param name="Hocon">Settings that go before the defaults.</param>
/// <param name="Port">The port.</param>
/// <param name="Hostname">The address.</param>
/// <param name="SeedNodes">Who lets it in.</param>
/// <param name="Role">Learner or lighthouse.</param>
/// <param name="Threads">Worker threads.</param>
/// <param name="EndsWithInput">Whether it leaves when its standard input is closed.</param>
internal sealed record NodeChoice(
    string Hocon, int? Port, string? Hostname, IReadOnlyList<string> SeedNodes, string? Role, int Threads, bool EndsWithInput);
