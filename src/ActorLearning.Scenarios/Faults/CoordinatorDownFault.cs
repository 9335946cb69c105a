namespace ActorLearning.Scenarios.Faults;

/// <summary>The coordinator is away for a while: reports are lost, no timer runs out; then it ticks its round again.</summary>
/// <param name="From">From this time on.</param>
/// <param name="Until">Before this time.</param>
public sealed record CoordinatorDownFault(TimeSpan From, TimeSpan Until) : Fault
{
    /// <inheritdoc/>
    public override string? Refusal(IReadOnlyList<Fault> all, int learners) => EmptyTime(From, Until);
}
