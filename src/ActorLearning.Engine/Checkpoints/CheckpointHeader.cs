namespace ActorLearning.Engine.Checkpoints;

/// <summary>What a checkpoint is of: enough to tell whether a run may go on from it.</summary>
/// <param name="Round">The last round that is complete.</param>
/// <param name="Fingerprint">The scenario's.</param>
/// <param name="Version">The version of the program that wrote it.</param>
/// <param name="Commit">The commit that program was built from; empty where it was built outside a repository.</param>
public sealed record CheckpointHeader(int Round, string Fingerprint, string Version, string Commit)
{
    /// <summary>The header of a checkpoint of this build.</summary>
    public static CheckpointHeader Of(int round, string fingerprint) =>
        new(round, fingerprint, BuildInformation.Version, BuildInformation.Commit);

    /// <summary>Why a run of a scenario cannot go on from it in this build; null if it can.</summary>
    /// <param name="fingerprint">The scenario's.</param>
    public string? Refusal(string fingerprint) =>
        Fingerprint != fingerprint
            ? $"is of another scenario: fingerprint {Fingerprint}, not {fingerprint}"
        : (Version, Commit) != (BuildInformation.Version, BuildInformation.Commit)
            ? $"was written by another build, {Build(Version, Commit)}; this is "
            + $"{Build(BuildInformation.Version, BuildInformation.Commit)}, and its bits may differ"
        : null;

    private static string Build(string version, string commit) =>
        commit.Length > 0 ? $"version {version} of commit {commit[..Math.Min(12, commit.Length)]}" : $"version {version}";
}
