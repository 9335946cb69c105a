namespace ActorLearning.Scenarios.Faults;

/// <summary>Messages between some learners and the others get lost for a while. The coordinator reaches both sides.</summary>
/// <param name="Side">The learners of one side.</param>
/// <param name="From">From this time on.</param>
/// <param name="Until">Before this time.</param>
public sealed record PartitionFault(IReadOnlyList<LearnerPart> Side, TimeSpan From, TimeSpan Until) : Fault
{
    /// <inheritdoc/>
    public override string? Refusal(IReadOnlyList<Fault> all, int learners) =>
        EmptyTime(From, Until) ?? Unknown(Side, learners);
}
