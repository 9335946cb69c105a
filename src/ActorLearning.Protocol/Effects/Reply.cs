namespace ActorLearning.Protocol.Effects;

/// <summary>Answer a peer's pull; null says that the model is gone, which the peer takes as a timeout.</summary>
public sealed record Reply(LearnerId To, ExchangeKey Key, Model? Model) : Effect
{
    /// <summary>How long the answer is held back before it is sent; honest learners never do.</summary>
    public TimeSpan Delay { get; init; }
}
