using ActorLearning.Testing.Networks;

namespace ActorLearning.Testing.Promises;

/// <summary>A broken promise.</summary>
/// <param name="Promise">Which.</param>
/// <param name="Machine">The learner whose machine broke it; <see cref="Happening.Nobody"/> for the coordinator.</param>
/// <param name="Text">What happened.</param>
public sealed record Violation(Promise Promise, int Machine, string Text)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Promise}: {(Machine == Happening.Nobody ? "the coordinator" : $"learner {Machine}")} {Text}";
}
