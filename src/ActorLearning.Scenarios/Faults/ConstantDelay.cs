using ActorLearning.Numerics;

namespace ActorLearning.Scenarios.Faults;


/// <summary>Always the same.</summary>
/// <param name="Time">How long.</param>
public sealed record ConstantDelay(TimeSpan Time) : DelayDistribution
{
    /// <inheritdoc/>
    public override TimeSpan Draw(ref RandomStream random) => Time;
}
