namespace ActorLearning.Protocol.Inputs;

/// <summary>A new life: what the learner knew is lost.</summary>
public sealed record Restarted : Input;
