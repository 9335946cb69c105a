namespace ActorLearning.Protocol;

/// <summary>How good a model is on the test examples.</summary>
/// <param name="Accuracy">Share of examples labelled right, 0 … 1.</param>
/// <param name="Loss">Mean loss.</param>
public readonly record struct Quality(double Accuracy, double Loss)
{
    /// <summary>Accuracy on the labels the learner has examples of; null where it has all of them.</summary>
    public double? Seen { get; init; }

    /// <summary>Accuracy on the other labels.</summary>
    public double? Unseen { get; init; }

    /// <summary>Accuracy on the label the learner has fewest examples of; null where no test example has it.</summary>
    public double? Rarest { get; init; }
}
