namespace ActorLearning.Scenarios;

/// <summary>What a run leaves behind to go on from.</summary>
/// <param name="Rounds">Rounds between checkpoints; 0 for none by rounds.</param>
/// <param name="Interval">Wall-clock time between checkpoints; null for none by time.</param>
/// <param name="Models">How many honest learners' final models are written; null: as many as take little room.</param>
public sealed record CheckpointSettings(int Rounds, TimeSpan? Interval, int? Models)
{
    /// <summary>No checkpoints but where a run is ended early.</summary>
    public static readonly CheckpointSettings None = new(0, null, null);

    /// <summary>Whether one is due at the end of a round.</summary>
    /// <param name="round">The round.</param>
    /// <param name="sinceLast">Wall-clock time since the last one, or since the run began.</param>
    public bool IsDue(int round, TimeSpan sinceLast) => (Rounds > 0 && round % Rounds == 0) || sinceLast >= Interval;
}
