namespace ActorLearning.Protocol;

/// <summary>A run without ticks between rounds: every learner goes from round to round at its own pace.</summary>
/// <param name="Rounds">Rounds of every learner.</param>
/// <param name="Staleness">
/// By how many rounds a pulled model may be older than the round of whoever pulls it; an older one is waited for until the pull's
/// deadline. Newer ones are welcome.
/// </param>
public sealed record FreeRun(int Rounds, int Staleness)
{
    /// <summary>Whether a model is new enough for a pull.</summary>
    public bool IsFresh(ExchangeKey made, ExchangeKey pulled) => made.Round.Number >= (long)pulled.Round.Number - Staleness;
}
