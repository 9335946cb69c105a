using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>
/// A step in front of a rule that replaces the models by linear combinations of them. Immutable, shared by all threads.
/// </summary>
public interface IMixingStep
{
    /// <summary>Whether it looks at the norms of the models: their distances to the origin.</summary>
    bool NeedsNorms => false;

    /// <summary>Whether the first model that comes out is the learner's own, mixed, if the first that went in was.</summary>
    bool KeepsOwn => true;

    /// <summary>Why this many models with this many Byzantine ones cannot be mixed; null if they can.</summary>
    string? Refusal(int models, int byzantine);

    /// <summary>
    /// κ of the step and what comes after it together, where <paramref name="kappa"/> is that of the latter alone; null where no
    /// such constant is known.
    /// </summary>
    double? Kappa(int models, int byzantine, double kappa) => null;

    /// <summary>How many models come out when <paramref name="models"/> go in.</summary>
    int Count(int models) => models;

    /// <summary>Resets and fills the coefficients; each row sums to 1, unless the step needs norms: then the rest of a row is the
    /// share of the origin.</summary>
    /// <param name="geometry">Distances between the models.</param>
    /// <param name="byzantine">How many models may be Byzantine.</param>
    /// <param name="random">A stream to draw from, for steps that do.</param>
    /// <param name="mixing">The coefficients.</param>
    void Mix(Geometry geometry, int byzantine, ref RandomStream random, MixingMatrix mixing);
}
