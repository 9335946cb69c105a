using ActorLearning.Cluster.Messages;
using Akka.Actor;
using Akka.Cluster;
using Akka.Event;

namespace ActorLearning.Cluster.Transport;

/// <summary>Counts answers to learners that are no more, and closes the way to nodes that are gone.</summary>
internal sealed class TransportWatch : ReceiveActor
{
    public TransportWatch(ModelTransport transport)
    {
        Receive<DeadLetter>(letter =>
        {
            if (letter.Message is ModelAnswer or ModelChunk or ReceivedChunk or DamagedMessage)
            {
                transport.Counts.Add(TransportEvent.DeadLetter);
            }
        });
        Receive<ClusterEvent.MemberRemoved>(removed => transport.Close(removed.Member.Address));
        Receive<ClusterEvent.CurrentClusterState>(_ => { });
    }

    /// <inheritdoc/>
    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(DeadLetter));
        if (Context.System is ExtendedActorSystem { Provider: IClusterActorRefProvider })
        {
            Akka.Cluster.Cluster.Get(Context.System).Subscribe(Self, typeof(ClusterEvent.MemberRemoved));
        }
    }
}
