using Akka.Actor;

namespace ActorLearning.Benchmarks.Wire;

/// <summary>Asks for bytes, so many times at once.</summary>
internal sealed class BarePuller : ReceiveActor
{
    private readonly byte[] request = new byte[52]; // As long as a request for a model.
    private IActorRef asker = ActorRefs.Nobody;
    private int left;
    private int open;

    public BarePuller(IActorRef source)
    {
        Receive<PullWork>(work =>
        {
            (asker, left, open) = (Sender, work.Models, 0);
            for (; left > 0 && open < work.Flight; left--, open++)
            {
                source.Tell(request, Self);
            }
        });
        Receive<byte[]>(_ =>
        {
            open--;
            if (left > 0)
            {
                left--;
                open++;
                source.Tell(request, Self);
            }
            else if (open == 0)
            {
                asker.Tell(new PullWork.Done());
            }
        });
    }
}
