namespace ActorLearning.Protocol.Inputs;

/// <summary>To the coordinator: a learner is done with a round.</summary>
public sealed record Reported(LearnerId Learner, Round Round, RoundFacts Facts) : Input;
