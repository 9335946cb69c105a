namespace ActorLearning.Protocol.Effects;

/// <summary>Tell every learner that a round starts.</summary>
public sealed record Tick(Round Round) : Effect
{
    /// <summary>Whether every learner has reported the round before: then nobody asks for a model of it any more.</summary>
    public bool IsSettled { get; init; }
}
