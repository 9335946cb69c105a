using ActorLearning.Engine.Preparation;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Engine.Compute;

/// <summary>The loss of models on the batch a learner began its round with. One a thread, turned from learner to
/// learner.</summary>
internal sealed class BatchLoss(Scratch scratch) : ILossOracle
{
    private RunSetup setup = null!;
    private int[] shard = [];
    private float[] state = [];
    private LearnerId learner;
    private Round round;

    /// <summary>From now on it tells losses of this learner in this round.</summary>
    public void Turn(RunSetup run, LearnerId whose, Round when, float[] trainingState) =>
        (setup, learner, round, shard, state) = (run, whose, when, run.ShardOf(whose), trainingState);

    /// <inheritdoc/>
    public double Loss(ReadOnlySpan<float> model) =>
        setup.Training.Loss(learner.Number, round.Number, shard, model, state, scratch);
}
