using ActorLearning.Learning.Data;

namespace ActorLearning.Learning.Training;

/// <summary>How a learner trains between two exchanges.</summary>
/// <param name="Batch">Examples in a batch.</param>
/// <param name="Rate">Learning rate η.</param>
/// <param name="Momentum">β of m ← βm + (1−β)g.</param>
/// <param name="Decay">λ of x ← x − η(m + λx).</param>
/// <param name="Steps">Local steps a round.</param>
/// <param name="Clip">Largest norm of a gradient, longer ones are shortened to it; ∞ for none.</param>
public sealed record TrainingSettings(
    int Batch, RateSchedule Rate, double Momentum, double Decay, int Steps, double Clip = double.PositiveInfinity)
{
    /// <summary>Whether a new gradient enters the momentum with 1 − β, as in RPEL; else whole: m ← βm + g, as in P2PL.</summary>
    public bool IsDampened { get; init; } = true;

    /// <summary>η_d of P2PL with Affinity: how far a step follows the bias towards the neighbours; 0 for no bias.</summary>
    public double Affinity { get; init; }

    /// <summary>Share of the own examples that is kept from training, to see from it when a model begins to overfit.</summary>
    public double HoldBack { get; init; }

    /// <summary>How training images are varied.</summary>
    public Augmentation Augmentation { get; init; } = Augmentation.None;
}
