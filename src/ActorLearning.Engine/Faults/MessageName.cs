using ActorLearning.Protocol;

namespace ActorLearning.Engine.Faults;

/// <summary>Tells messages apart, so that each has random numbers of its own.</summary>
/// <param name="Sender">Who sends; −1 is the coordinator.</param>
/// <param name="Receiver">Who receives; −1 is the coordinator.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Key">The exchange; step 0 where it is about a whole round.</param>
/// <param name="Copy">How many like it were sent at the same instant before.</param>
public readonly record struct MessageName(int Sender, int Receiver, MessageKind Kind, ExchangeKey Key, int Copy)
{
    /// <summary>32 well mixed bits of everything but sender and receiver, and of when it is sent.</summary>
    internal int Mixed(TimeSpan sent)
    {
        var hash = 14695981039346656037UL;
        ReadOnlySpan<long> parts = [sent.Ticks, (long)Kind, Key.Round.Number, Key.Step, Copy];
        foreach (var part in parts)
        {
            hash = (hash ^ (ulong)part) * 1099511628211UL;
            hash ^= hash >> 29;
        }

        return (int)(hash ^ (hash >> 32));
    }
}
