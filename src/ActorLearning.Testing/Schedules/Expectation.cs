using ActorLearning.Testing.Networks;

namespace ActorLearning.Testing.Schedules;

/// <summary>Something that has to be so at one point of a schedule.</summary>
/// <param name="Text">As a schedule writes it, without <c>expect</c>.</param>
/// <param name="IsMet">Whether it is so.</param>
public sealed record Expectation(string Text, Func<SimulatedNetwork, bool> IsMet)
{
    /// <inheritdoc/>
    public bool Equals(Expectation? other) => other?.Text == Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
