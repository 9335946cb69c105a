namespace ActorLearning.Scenarios.Faults;

/// <summary>A fault that messages meet on their way.</summary>
/// <param name="Scope">Which messages.</param>
public abstract record NetworkFault(MessageScope Scope) : Fault
{
    /// <inheritdoc/>
    public override string? Refusal(IReadOnlyList<Fault> all, int learners)
    {
        LearnerPart?[] ends = [Scope.Sender, Scope.Receiver];
        return EmptyTime(Scope.From, Scope.Until) ?? Unknown(ends.OfType<LearnerPart>(), learners);
    }
}
