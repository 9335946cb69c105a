namespace ActorLearning.Learning.Networks;

/// <summary>What a layer needs to carry a gradient back through itself. All spans belong to one batch.</summary>
public readonly ref struct BackwardPass
{
    /// <summary>The layer's parameters.</summary>
    public required ReadOnlySpan<float> Parameters { get; init; }

    /// <summary>What went in.</summary>
    public required ReadOnlySpan<float> Inputs { get; init; }

    /// <summary>What came out.</summary>
    public required ReadOnlySpan<float> Outputs { get; init; }

    /// <summary>Gradient of the loss with respect to the outputs.</summary>
    public required ReadOnlySpan<float> OutputGradients { get; init; }

    /// <summary>To be overwritten: gradient with respect to the parameters.</summary>
    public required Span<float> ParameterGradients { get; init; }

    /// <summary>To be overwritten: gradient with respect to the inputs; empty for the first layer, which needs none.</summary>
    public required Span<float> InputGradients { get; init; }

    /// <summary>What the layer kept on the way forward; empty for a layer that keeps nothing.</summary>
    public ReadOnlySpan<float> Memory { get; init; }

    /// <summary>Examples in the batch.</summary>
    public required int Batch { get; init; }
}
