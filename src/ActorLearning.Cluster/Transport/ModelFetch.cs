using ActorLearning.Protocol;
using ActorLearning.Protocol.Wire;
using Akka.Actor;

namespace ActorLearning.Cluster.Transport;

/// <summary>One model under way, or waiting for its turn, and the pulls that wait for it.</summary>
internal sealed class ModelFetch(FetchActor.Wanted first, int chunkValues)
{
    private readonly List<(IActorRef Learner, ulong Pull)> waiters = [];

    /// <summary>What was offered.</summary>
    public ModelOffer Offer { get; } = first.Offer;

    /// <summary>Whom the pieces are asked from.</summary>
    public IActorRef Source { get; } = first.Source;

    /// <summary>A number that only this node and the source know.</summary>
    public ulong Nonce { get; } = ModelTransport.NewNonce();

    /// <summary>The pieces so far.</summary>
    public ModelAssembly Assembly { get; } = new(first.Offer, chunkValues);

    /// <summary>Pulls whose deadline has not passed.</summary>
    public int Wanting { get; set; }

    /// <summary>The deadlines of these pulls.</summary>
    public List<ICancelable> Deadlines { get; } = [];

    /// <summary>Whether it has ended, well or not.</summary>
    public bool IsOver { get; set; }

    /// <summary>One more pull waits for it.</summary>
    public void Add(IActorRef learner, ulong pull)
    {
        waiters.Add((learner, pull));
        Wanting++;
    }

    /// <summary>Tells all who wait.</summary>
    public void Tell(Model? model) => waiters.ForEach(waiter => waiter.Learner.Tell(new FetchActor.Fetched(waiter.Pull, model)));
}
