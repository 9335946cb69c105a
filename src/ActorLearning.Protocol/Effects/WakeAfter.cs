namespace ActorLearning.Protocol.Effects;

/// <summary>Set a timer that gives back <see cref="Inputs.Woke"/>.</summary>
public sealed record WakeAfter(TimeSpan Delay, WakeReason Why, Round Round) : Effect;
