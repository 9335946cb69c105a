namespace ActorLearning.Engine.Explanations;

/// <summary>How good a model is.</summary>
/// <param name="Training">Its loss on the batch the learner began the round with.</param>
/// <param name="Test">Its loss on the test examples.</param>
/// <param name="Accuracy">Its accuracy on the test examples.</param>
public sealed record ExplainedLoss(double Training, double Test, double Accuracy);
