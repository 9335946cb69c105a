namespace ActorLearning.Robustness.Aggregation;

/// <summary>On which of its own examples a learner measures the loss of a model.</summary>
public enum LossData
{
    /// <summary>The batch its round began with.</summary>
    Batch,

    /// <summary>A batch of its own for the purpose, drawn anew every round.</summary>
    Fresh,

    /// <summary>A part of its examples that it never trains on.</summary>
    HeldBack,
}
