namespace ActorLearning.Robustness.Aggregation;

/// <summary>Tells a learner how good a model is on its own data.</summary>
public interface ILossOracle
{
    /// <summary>The loss of a model; anything, NaN included, for a hostile one.</summary>
    double Loss(ReadOnlySpan<float> model);

    /// <summary>The loss on other examples than those of the round's batch, where there are any.</summary>
    double Loss(ReadOnlySpan<float> model, LossData data) => Loss(model);
}
