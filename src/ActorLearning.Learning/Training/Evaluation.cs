namespace ActorLearning.Learning.Training;

/// <summary>How good a model is on the test examples.</summary>
/// <param name="Accuracy">Share of examples labelled right, 0 … 1.</param>
/// <param name="Loss">Mean loss.</param>
public readonly record struct Evaluation(double Accuracy, double Loss)
{
    /// <summary>Accuracy on the labels a learner has examples of; null where it has all of them or none was named.</summary>
    public double? Seen { get; init; }

    /// <summary>Accuracy on the other labels.</summary>
    public double? Unseen { get; init; }

    /// <summary>Accuracy on the label a learner has fewest examples of; null where none was named or none is tested.</summary>
    public double? Rarest { get; init; }
}
