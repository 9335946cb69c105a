namespace ActorLearning.Learning.Networks;

/// <summary>What a layer that behaves differently in training needs beyond a <see cref="ForwardPass"/>.</summary>
public readonly ref struct TrainingPass
{
    /// <summary>The layer's running statistics, to be moved.</summary>
    public required Span<float> Statistics { get; init; }

    /// <summary>What it keeps for the way back, as many values as <see cref="Layer.Remembers"/> says.</summary>
    public required Span<float> Memory { get; init; }
}
