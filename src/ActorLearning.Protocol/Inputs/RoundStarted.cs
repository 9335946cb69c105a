namespace ActorLearning.Protocol.Inputs;

/// <summary>The coordinator's tick.</summary>
public sealed record RoundStarted(Round Round) : Input;
