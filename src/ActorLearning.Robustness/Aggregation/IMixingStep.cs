namespace ActorLearning.Robustness.Aggregation;

/// <summary>
/// A step in front of a rule that replaces the models by linear combinations of them. Immutable, shared by all threads.
/// </summary>
public interface IMixingStep
{
    /// <summary>Why this many models with this many Byzantine ones cannot be mixed; null if they can.</summary>
    string? Refusal(int models, int byzantine);

    /// <summary>How many models come out when <paramref name="models"/> go in.</summary>
    int Count(int models) => models;

    /// <summary>Resets and fills the coefficients; each row sums to 1.</summary>
    void Mix(Geometry geometry, int byzantine, MixingMatrix mixing);
}
