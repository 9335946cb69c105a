namespace ActorLearning.Protocol.Wire;

/// <summary>What a receiver takes at most. Nothing larger is decoded, and nothing is allocated for it.</summary>
/// <param name="LongestModel">Values of a model.</param>
/// <param name="LongestChunk">Values of one piece.</param>
public readonly record struct WireLimits(int LongestModel, int LongestChunk)
{
    /// <summary>2^28 values, 1 GiB, in pieces of at most 2^24.</summary>
    public static WireLimits Default { get; } = new(LongestModel: 1 << 28, LongestChunk: 1 << 24);
}
