namespace ActorLearning.Protocol.Inputs;

/// <summary>The local steps are done; the model is the half-step model.</summary>
public sealed record Trained(Round Round, Model Model, TrainingFacts Facts) : Input
{
    /// <summary>The life that asked for it.</summary>
    public int Life { get; init; }
}
