namespace ActorLearning.Cli.Downloads;

/// <summary>A file of a data set on a public mirror.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Where it is fetched from.</param>
/// <param name="Digest">Its SHA-256, lower-case hexadecimal.</param>
internal sealed record RemoteFile(string Name, Uri Address, string Digest);
