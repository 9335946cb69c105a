using ActorLearning.Protocol;

namespace ActorLearning.Engine.Records;

/// <summary>One honest learner's evaluation.</summary>
/// <param name="Round">After which round.</param>
/// <param name="Learner">Who.</param>
/// <param name="AfterTraining">Of the half-step model, where that is evaluated.</param>
/// <param name="AfterAggregation">Of the model at the round's end.</param>
public sealed record LearnerEvaluation(int Round, int Learner, Quality? AfterTraining, Quality AfterAggregation);
