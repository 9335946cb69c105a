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
    /// <summary>How training images are varied.</summary>
    public Augmentation Augmentation { get; init; } = Augmentation.None;
}
