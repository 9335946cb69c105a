namespace ActorLearning.Protocol.Inputs;

/// <summary>A lie is made; null for silence.</summary>
public sealed record Forged(ExchangeKey Key, LearnerId Victim, Model? Model) : Input
{
    /// <summary>How long it is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How often it is sent beyond the first time.</summary>
    public int Repeats { get; init; }
}
