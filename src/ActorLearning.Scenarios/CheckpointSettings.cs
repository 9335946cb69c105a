namespace ActorLearning.Scenarios;

/// <summary>How often a run is saved.</summary>
/// <param name="Rounds">Rounds between checkpoints; 0 for none by rounds.</param>
/// <param name="Interval">Wall-clock time between checkpoints; null for none by time.</param>
public sealed record CheckpointSettings(int Rounds, TimeSpan? Interval)
{
    /// <summary>No checkpoints but where a run is ended early.</summary>
    public static readonly CheckpointSettings None = new(0, null);

    /// <summary>Whether one is due at the end of a round.</summary>
    /// <param name="round">The round.</param>
    /// <param name="sinceLast">Wall-clock time since the last one, or since the run began.</param>
    public bool IsDue(int round, TimeSpan sinceLast) => (Rounds > 0 && round % Rounds == 0) || sinceLast >= Interval;
}
