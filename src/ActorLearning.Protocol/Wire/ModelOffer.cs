namespace ActorLearning.Protocol.Wire;

/// <summary>A model as it is offered: enough to know whether one has it already.</summary>
/// <param name="Length">Number of values.</param>
/// <param name="Hash">SHA-256 of the values.</param>
public readonly record struct ModelOffer(int Length, ContentHash Hash);
