using System.Diagnostics;
using ActorLearning.Engine.Records;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;

namespace ActorLearning.Engine.Compute;

/// <summary>Adds up what all threads spend on each kind of heavy work.</summary>
internal sealed class PhaseClock
{
    private readonly long[] ticks = new long[4];

    /// <summary>Adds what was spent before.</summary>
    public void Add(PhaseTimes before)
    {
        TimeSpan[] times = [before.Training, before.Aggregation, before.Forging, before.Evaluation];
        for (var phase = 0; phase < times.Length; phase++)
        {
            Interlocked.Add(ref ticks[phase], times[phase].Ticks);
        }
    }

    /// <summary>The sums so far.</summary>
    public PhaseTimes Times => new(Of(0), Of(1), Of(2), Of(3));

    /// <summary>Adds the time since <see cref="Stopwatch.GetTimestamp"/> gave <paramref name="start"/>.</summary>
    public void Add(Effect effect, long start)
    {
        var phase = effect switch { Train => 0, Aggregate => 1, Forge => 2, _ => 3 };
        Interlocked.Add(ref ticks[phase], Stopwatch.GetElapsedTime(start).Ticks);
    }

    private TimeSpan Of(int phase) => TimeSpan.FromTicks(Interlocked.Read(ref ticks[phase]));
}
