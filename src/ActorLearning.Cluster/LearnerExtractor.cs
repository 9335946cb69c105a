using System.Globalization;
using ActorLearning.Cluster.Messages;
using Akka.Cluster.Sharding;

namespace ActorLearning.Cluster;

/// <summary>
/// Which shard a learner belongs to: its number modulo the number of shards, the same on every node and in every run.
/// </summary>
internal sealed class LearnerExtractor : HashCodeMessageExtractor
{
    private const int Shards = 60;

    public LearnerExtractor()
        : base(Shards)
    {
    }

    public override string? EntityId(object message) => message switch
    {
        LearnerEnvelope envelope => $"{envelope.Learner}",
        ModelRequest request => $"{request.Wire.Peer}",
        _ => null,
    };

    public override object? EntityMessage(object message) => message is LearnerEnvelope envelope ? envelope.Message : message;

    public override string ShardId(string entityId, object? messageHint = null) =>
        $"{int.Parse(entityId, CultureInfo.InvariantCulture) % Shards}";
}
