using ActorLearning.Protocol;
using ActorLearning.Protocol.Inputs;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorLearning.Cluster.Tests;

public sealed class ComputeActorTests : TestKit
{
    public ComputeActorTests()
        : base("akka.loglevel = OFF")
    {
    }

    [Fact]
    public void What_a_piece_of_work_throws_comes_back_and_the_next_is_done()
    {
        var worker = Sys.ActorOf(Props.Create(() => new ComputeActor()));
        var input = new RoundStarted(new Round(3));

        worker.Tell(new ComputeActor.Job(_ => throw new InvalidOperationException("an own rule")), TestActor);
        worker.Tell(new ComputeActor.Job(_ => input), TestActor);

        Assert.Equal("InvalidOperationException: an own rule", ExpectMsg<ComputeActor.Failed>().Reason);
        Assert.Same(input, ExpectMsg<ComputeActor.Done>().Input);
    }
}
