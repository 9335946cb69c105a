using ActorLearning.Protocol.Wire;

namespace ActorLearning.Cluster.Messages;

/// <summary>A piece of a model as it came: checked bytes that stay where Akka put them until they are copied once.</summary>
/// <param name="Message">The whole message, header included.</param>
public sealed record ReceivedChunk(byte[] Message) : IModelMessage
{
    /// <summary>What it says.</summary>
    public WireChunk Wire => WireChunk.Reread(Message);
}
