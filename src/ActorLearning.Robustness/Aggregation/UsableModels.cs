namespace ActorLearning.Robustness.Aggregation;

/// <summary>What is left of an input when the models with a NaN or an infinity are out.</summary>
internal readonly ref struct UsableModels
{
    public required ReadOnlySpan<float[]> Models { get; init; }

    public required ReadOnlySpan<double> MixingWeights { get; init; }

    public required double ByzantineWeight { get; init; }

    public required int Byzantine { get; init; }

    public required bool HasOwn { get; init; }
}
