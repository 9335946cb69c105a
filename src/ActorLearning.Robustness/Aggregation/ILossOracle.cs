namespace ActorLearning.Robustness.Aggregation;

/// <summary>Tells a learner how good a model is on its own data.</summary>
public interface ILossOracle
{
    /// <summary>The loss of a model; anything, NaN included, for a hostile one.</summary>
    double Loss(ReadOnlySpan<float> model);
}
