namespace ActorLearning.Scenarios.Faults;

/// <summary>Some learners take longer for their local steps.</summary>
/// <param name="Learners">Which.</param>
/// <param name="Factor">How many times as long.</param>
public sealed record SlowFault(IReadOnlyList<LearnerPart> Learners, double Factor) : Fault
{
    /// <inheritdoc/>
    public override string? Refusal(IReadOnlyList<Fault> all, int learners) =>
        all.OfType<TrainingTimeFault>().Any() ? Unknown(Learners, learners)
            : "slow means a multiple of the training time, and that is 0; add training-time(median=1s)";
}
