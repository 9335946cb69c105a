namespace ActorLearning.Engine.Tests.Checkpoints;

/// <summary>A wall clock that moves when it is told to.</summary>
internal sealed class HandSetClock : TimeProvider
{
    /// <summary>The time it shows.</summary>
    public TimeSpan Time { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Time.Ticks;
}
