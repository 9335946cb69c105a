namespace ActorLearning.Protocol.Inputs;

/// <summary>The coordinator's tick.</summary>
public sealed record RoundStarted(Round Round) : Input
{
    /// <summary>Whether every learner has reported the round before: its models need not be kept for anyone.</summary>
    public bool IsSettled { get; init; }
}
