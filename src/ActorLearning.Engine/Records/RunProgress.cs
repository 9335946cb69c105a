namespace ActorLearning.Engine.Records;

/// <summary>What is told of a run while it runs.</summary>
/// <param name="Record">The record so far; complete up to <paramref name="Round"/>.</param>
/// <param name="Round">The round that has just ended; 0 for the start.</param>
public sealed record RunProgress(RunRecord Record, RoundRecord Round);
