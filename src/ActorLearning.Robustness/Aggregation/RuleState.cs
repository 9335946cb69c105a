namespace ActorLearning.Robustness.Aggregation;

/// <summary>What a rule remembers of one learner from aggregation to aggregation: plain numbers, so that a checkpoint can hold
/// them.</summary>
/// <param name="vector">A vector as long as a model, or an empty one.</param>
/// <param name="numbers">Anything else; what each number means is the rule's own affair.</param>
public sealed class RuleState(float[] vector, double[] numbers)
{
    /// <summary>A vector as long as a model; empty for a rule that needs none.</summary>
    public float[] Vector { get; } = vector;

    /// <summary>Single numbers.</summary>
    public double[] Numbers { get; } = numbers;

    /// <summary>A copy that goes its own way.</summary>
    public RuleState Copy() => new([.. Vector], [.. Numbers]);
}
