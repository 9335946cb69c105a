namespace ActorLearning.Scenarios.Faults;

/// <summary>Learners die, lose all they knew, and come back without a model: they join by pulling their peers' models.</summary>
/// <param name="Learners">Which.</param>
/// <param name="At">When they die.</param>
/// <param name="Until">When they are back; <see cref="TimeSpan.MaxValue"/> for never.</param>
public sealed record CrashFault(IReadOnlyList<LearnerPart> Learners, TimeSpan At, TimeSpan Until) : Fault
{
    /// <inheritdoc/>
    public override string? Refusal(IReadOnlyList<Fault> all, int learners) =>
        EmptyTime(At, Until) ?? Unknown(Learners, learners);
}
