namespace ActorLearning.Protocol.Inputs;

/// <summary>To the coordinator: go, or go on after a resume.</summary>
public sealed record RunStarted : Input;
