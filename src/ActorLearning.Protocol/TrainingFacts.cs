namespace ActorLearning.Protocol;

/// <summary>What local training tells about itself.</summary>
/// <param name="Loss">Mean training loss of the local steps.</param>
/// <param name="Quality">Of the half-step model, in rounds that are evaluated.</param>
public sealed record TrainingFacts(double Loss, Quality? Quality);
