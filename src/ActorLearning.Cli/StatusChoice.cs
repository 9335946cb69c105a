namespace ActorLearning.Cli;

/// <summary>What <c>cluster status</c> was asked for.</summary>
internal sealed record StatusChoice
{
    public required IReadOnlyList<string> SeedNodes { get; init; }

    public required string Hocon { get; init; }

    public required bool IsJson { get; init; }

    /// <summary>Whether it is shown again and again.</summary>
    public required bool IsWatch { get; init; }
}
