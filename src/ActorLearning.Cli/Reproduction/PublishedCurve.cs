namespace ActorLearning.Cli.Reproduction;

/// <summary>A published curve: mean accuracy after certain rounds.</summary>
/// <param name="Label">Whose it is.</param>
/// <param name="Rounds">The rounds, 0 for the start.</param>
/// <param name="Accuracy">The accuracy after each of them.</param>
internal sealed record PublishedCurve(string Label, IReadOnlyList<int> Rounds, IReadOnlyList<string> Accuracy);
