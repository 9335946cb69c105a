using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Transport;
using ActorLearning.Protocol.Tests.Wire;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorLearning.Cluster.Tests.Transport;

public sealed class TransportWatchTests : TestKit
{
    [Fact]
    public void Answers_to_a_learner_that_is_no_more_are_counted()
    {
        var transport = ModelTransport.Of(Sys);
        var watch = Sys.ActorOf(Props.Create(() => new TransportWatch(transport)));
        Settle(watch);
        var gone = CreateTestProbe();
        Watch(gone);
        Sys.Stop(gone);
        ExpectTerminated(gone);

        gone.Ref.Tell(new ModelAnswer(WireSpecimens.Offer));
        gone.Ref.Tell(new ReceivedChunk(WireSpecimens.Chunk(0, 1, [1])));
        gone.Ref.Tell("something else");

        // The letters and the question come from this thread, so that they are taken in this order.
        Settle(watch);
        Assert.Equal(2, transport.Counts[TransportEvent.DeadLetter]);
    }

    private void Settle(IActorRef actor)
    {
        actor.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>();
    }
}
