namespace ActorLearning.Protocol;

/// <summary>How good a model is on the test examples.</summary>
/// <param name="Accuracy">Share of examples labelled right, 0 … 1.</param>
/// <param name="Loss">Mean loss.</param>
public readonly record struct Quality(double Accuracy, double Loss);
