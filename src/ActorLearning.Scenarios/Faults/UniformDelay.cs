using ActorLearning.Numerics;

namespace ActorLearning.Scenarios.Faults;


/// <summary>Uniform between two times.</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
public sealed record UniformDelay(TimeSpan Least, TimeSpan Most) : DelayDistribution
{
    /// <inheritdoc/>
    public override string? Refusal =>
        Least <= Most ? null : $"least={Durations.Text(Least)} is more than most={Durations.Text(Most)}";

    /// <inheritdoc/>
    public override TimeSpan Draw(ref RandomStream random) => Least + ((Most - Least) * random.NextDouble());
}
