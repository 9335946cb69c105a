namespace ActorLearning.Scenarios;

/// <summary>Who starts a round.</summary>
/// <param name="Staleness">
/// Null where the coordinator starts every round; else each learner does, and a pulled model may be so many rounds older than its
/// puller.
/// </param>
public sealed record RoundTicks(int? Staleness)
{
    /// <summary>The coordinator starts every round.</summary>
    public static readonly RoundTicks EveryRound = new((int?)null);
}
