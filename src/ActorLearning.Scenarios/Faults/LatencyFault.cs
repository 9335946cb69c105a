namespace ActorLearning.Scenarios.Faults;

/// <summary>Messages take time; the times of all latencies that concern a message add up.</summary>
/// <param name="Scope">Which messages.</param>
/// <param name="Delay">How long.</param>
public sealed record LatencyFault(MessageScope Scope, DelayDistribution Delay) : NetworkFault(Scope)
{
    /// <inheritdoc/>
    public override string? Refusal(IReadOnlyList<Fault> all, int learners) => Delay.Refusal ?? base.Refusal(all, learners);
}
