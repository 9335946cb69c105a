using ActorLearning.Engine.Preparation;
using ActorLearning.Learning.Training;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Engine.Compute;

/// <summary>The loss of models on a learner's own examples. One a thread, turned from learner to learner.</summary>
/// <remarks>A learner with a single example holds nothing back: its batch serves for that too.</remarks>
internal sealed class BatchLoss(Scratch scratch) : ILossOracle
{
    private RunSetup setup = null!;
    private LocalTraining training = null!;
    private int[] shard = [];
    private float[] state = [];
    private LearnerId learner;
    private Round round;

    /// <summary>From now on it tells losses of this learner in this round.</summary>
    public void Turn(RunSetup run, LearnerId whose, Round when, float[] trainingState)
    {
        (setup, learner, round, training) = (run, whose, when, run.TrainingOf(whose, when));
        (shard, state) = (run.ShardOf(whose), trainingState);
    }

    /// <inheritdoc/>
    public double Loss(ReadOnlySpan<float> model) => Loss(model, LossData.Batch);

    /// <inheritdoc/>
    public double Loss(ReadOnlySpan<float> model, LossData data) => data switch
    {
        LossData.Fresh => training.FreshLoss(learner.Number, round.Number, shard, model, state, scratch),
        LossData.HeldBack when setup.HeldBackOf(learner).Length > 0 =>
            setup.HeldBack(learner).Evaluate(model, scratch, state).Loss,
        _ => training.Loss(learner.Number, round.Number, shard, model, state, scratch),
    };
}
