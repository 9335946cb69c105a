namespace ActorLearning.Protocol.Inputs;

/// <summary>A timer set for a round has run out.</summary>
public sealed record Woke(WakeReason Why, Round Round) : Input;
