using ActorLearning.Cluster.Transport;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using Akka.Actor;

namespace ActorLearning.Benchmarks.Wire;

/// <summary>Pulls models as a learner does, so many at once.</summary>
internal sealed class ModelPuller : ReceiveActor
{
    private static readonly LearnerId Source = new(1);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly LearnerTraffic traffic;
    private readonly int parameters;
    private IActorRef asker = ActorRefs.Nobody;
    private Round round;
    private int left;
    private int open;

    public ModelPuller(IActorRef source, int parameters)
    {
        this.parameters = parameters;
        traffic = new LearnerTraffic(
            new LearnerId(0), Guid.Empty, parameters, new AskerBook(learners: 2, newest: 1), ModelTransport.Of(Context.System),
            source, Self);
        Receive<PullWork>(work =>
        {
            (asker, left, open) = (Sender, work.Models, 0);
            while (open < work.Flight && left > 0)
            {
                PullNext();
            }
        });
        ReceiveAny(message =>
        {
            foreach (var input in traffic.Take(message, Sender))
            {
                Take(input);
            }
        });
    }

    private void PullNext()
    {
        (left, open, round) = (left - 1, open + 1, round.Next);
        traffic.Send(new Pull(Source, new ExchangeKey(round, 0), Deadline));
        traffic.Forget(new Round(round.Number - 64));
    }

    private void Take(Input input)
    {
        if (input is not ModelReceived { Model: { IsFinite: true } model } || model.Values.Length != parameters)
        {
            throw new InvalidOperationException($"a pull brought {input}");
        }

        open--;
        if (left > 0)
        {
            PullNext();
        }
        else if (open == 0)
        {
            asker.Tell(new PullWork.Done());
        }
    }
}
