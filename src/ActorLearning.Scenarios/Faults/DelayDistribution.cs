using ActorLearning.Numerics;

namespace ActorLearning.Scenarios.Faults;


/// <summary>How long something takes.</summary>
public abstract record DelayDistribution
{
    /// <summary>No draw is longer.</summary>
    protected static readonly TimeSpan Longest = TimeSpan.FromSeconds(Durations.LongestSeconds);

    /// <summary>Why it is no distribution; null where it is one.</summary>
    public virtual string? Refusal => null;

    /// <summary>The next draw, 0 or more.</summary>
    public abstract TimeSpan Draw(ref RandomStream random);
}
