namespace ActorLearning.Scenarios.Faults;

/// <summary>The local steps of a round take time.</summary>
/// <param name="Duration">How long, drawn for each learner and round.</param>
public sealed record TrainingTimeFault(DelayDistribution Duration) : Fault
{
    /// <inheritdoc/>
    public override string? Refusal(IReadOnlyList<Fault> all, int learners) =>
        all.OfType<TrainingTimeFault>().Count() > 1 ? "is there twice" : Duration.Refusal;
}
