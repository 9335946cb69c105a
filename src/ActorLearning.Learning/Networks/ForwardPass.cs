namespace ActorLearning.Learning.Networks;

/// <summary>What a layer needs to compute its outputs. All spans belong to one batch.</summary>
public readonly ref struct ForwardPass
{
    /// <summary>The layer's parameters.</summary>
    public required ReadOnlySpan<float> Parameters { get; init; }

    /// <summary>What goes in.</summary>
    public required ReadOnlySpan<float> Inputs { get; init; }

    /// <summary>To be overwritten: what comes out.</summary>
    public required Span<float> Outputs { get; init; }

    /// <summary>Examples in the batch.</summary>
    public required int Batch { get; init; }

    /// <summary>The layer's running statistics; empty for a layer without and in training.</summary>
    public ReadOnlySpan<float> Statistics { get; init; }
}
