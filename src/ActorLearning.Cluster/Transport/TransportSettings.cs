using ActorLearning.Protocol.Wire;
using ActorLearning.Scenarios;
using Akka.Configuration;

namespace ActorLearning.Cluster.Transport;

/// <summary>How models go from node to node: the section <c>actorlearning.models</c> of a node's settings.</summary>
public sealed record TransportSettings
{
    private const string Section = "actorlearning.models";
    /// <summary>How large a frame may be.</summary>
    public const string FrameKey = "akka.remote.dot-netty.tcp.maximum-frame-size";

    /// <summary>What Akka puts around a message at most: paths of sender and receiver, and its own header.</summary>
    private const int Envelope = 4096;

    /// <summary>Models under way at once from any one node to this one; others wait, and learners take turns.</summary>
    public required int PullsInFlight { get; init; }

    /// <summary>Pieces of one model under way at once.</summary>
    public required int ChunksInFlight { get; init; }

    /// <summary>Values of a piece: what the configured piece holds, and the frame, whichever is less.</summary>
    public required int ChunkValues { get; init; }

    /// <summary>Bytes of fetched models kept for other learners of this node.</summary>
    public required long StoreBytes { get; init; }

    /// <summary>What is decoded at most.</summary>
    public required WireLimits Limits { get; init; }

    /// <summary>Bytes of the longest message that fits a frame.</summary>
    public static long LongestMessage(Config node) => (node.GetByteSize(FrameKey) ?? 0) - Envelope;

    /// <summary>Reads a node's settings; what they leave out is as in <see cref="NodeDefaults"/>.</summary>
    /// <exception cref="InputException">A number makes no sense, or a frame holds no piece.</exception>
    public static TransportSettings Of(Config node)
    {
        var config = node.WithFallback(ConfigurationFactory.ParseString(NodeDefaults.Hocon));
        var problems = new List<Problem>();
        long Bytes(string key, long least) => AtLeast(key, config.GetByteSize(key) ?? 0, least);
        long AtLeast(string key, long value, long least)
        {
            if (value < least)
            {
                problems.Add(new Problem(key, 0, 0, $"{value}", $"at least {least} is needed"));
            }

            return Math.Max(value, least);
        }

        int Count(string key) => (int)AtLeast(key, config.GetInt(key), 1);
        var chunk = Bytes($"{Section}.chunk-size", WireChunk.SizeOf(1));
        var frame = Bytes(FrameKey, Envelope + WireChunk.SizeOf(1));
        var model = Bytes($"{Section}.largest-model", sizeof(float)) / sizeof(float);
        var settings = new TransportSettings
        {
            PullsInFlight = Count($"{Section}.pulls-in-flight"),
            ChunksInFlight = Count($"{Section}.chunks-in-flight"),
            ChunkValues = WireChunk.Capacity(Math.Min(chunk, frame - Envelope)),
            StoreBytes = Bytes($"{Section}.store-size", 0),
            Limits = new WireLimits((int)Math.Min(model, Array.MaxLength / sizeof(float)), WireChunk.Capacity(frame)),
        };
        return problems.Count == 0 ? settings : throw new InputException(problems);
    }
}
