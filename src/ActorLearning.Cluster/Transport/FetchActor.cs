using ActorLearning.Cluster.Messages;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Wire;
using Akka.Actor;

namespace ActorLearning.Cluster.Transport;

/// <summary>Brings models from one other node to this one: so many at a time, each distinct one once.</summary>
/// <remarks>
/// Learners of this node tell what they were offered and until when they want it. Whoever wants what is under way shares it. A
/// fetch that nobody wants any longer gives its place to the next; the learners' own timers tell the machines.
/// </remarks>
internal sealed class FetchActor : ReceiveActor
{
    private readonly ModelTransport transport;
    private readonly Dictionary<ModelOffer, ModelFetch> fetches = [];
    private readonly Dictionary<ulong, ModelFetch> running = [];
    private readonly FairQueue<LearnerId, ModelFetch> waiting = new();

    private readonly Address node;

    public FetchActor(ModelTransport transport, Address node)
    {
        (this.transport, this.node) = (transport, node);
        Receive<Wanted>(Want);
        Receive<ReceivedChunk>(Take);
        Receive<Overdue>(GiveUp);
        Receive<DamagedMessage>(_ => transport.Counts.Add(TransportEvent.Damaged));
    }

    private void Want(Wanted wanted)
    {
        if (transport.Store.Find(wanted.Offer, node) is { } model)
        {
            transport.Counts.Add(TransportEvent.StoreHit);
            Sender.Tell(new Fetched(wanted.Pull, model));
        }
        else if (fetches.TryGetValue(wanted.Offer, out var fetch))
        {
            transport.Counts.Add(TransportEvent.SharedFetch);
            Join(fetch, wanted);
        }
        else
        {
            fetch = new ModelFetch(wanted, transport.Settings.ChunkValues);
            Join(fetch, wanted);
            fetches[wanted.Offer] = fetch;
            waiting.Enqueue(wanted.Learner, fetch);
            StartNext();
        }
    }

    private void Join(ModelFetch fetch, Wanted wanted)
    {
        fetch.Add(Sender, wanted.Pull);
        fetch.Deadlines.Add(transport.Scheduler.ScheduleTellOnceCancelable(
            wanted.Left, Self, new Overdue(fetch.Offer, fetch.Nonce), ActorRefs.NoSender));
    }

    private void StartNext()
    {
        while (running.Count < transport.Settings.PullsInFlight && waiting.TryDequeue(out var fetch))
        {
            if (!fetch.IsOver)
            {
                running[fetch.Nonce] = fetch;
                AskMore(fetch);
            }
        }
    }

    private void AskMore(ModelFetch fetch)
    {
        while (fetch.Assembly.Outstanding < transport.Settings.ChunksInFlight && fetch.Assembly.Ask() is var (offset, count))
        {
            fetch.Source.Tell(new ChunkRequest(new WireChunkRequest(fetch.Nonce, fetch.Offer.Hash, offset, count)), Self);
        }
    }

    private void Take(ReceivedChunk chunk)
    {
        if (!running.TryGetValue(chunk.Wire.Nonce, out var fetch))
        {
            transport.Counts.Add(TransportEvent.Stray);
        }
        else if (chunk.Wire.Total == 0)
        {
            End(fetch, null);
        }
        else if (fetch.Assembly.Add(chunk.Wire) != WireRefusal.None)
        {
            transport.Counts.Add(TransportEvent.Stray);
        }
        else if (fetch.Assembly.IsComplete)
        {
            var model = fetch.Assembly.Finish()!;
            transport.Counts.Add(TransportEvent.Crossing);
            transport.Store.Add(fetch.Offer, node, model);
            End(fetch, model);
        }
        else
        {
            AskMore(fetch);
        }
    }

    /// <summary>Gives the outcome to all who wait for it, and its place to the next.</summary>
    private void End(ModelFetch fetch, Model? model)
    {
        Remove(fetch);
        fetch.Tell(model);
        StartNext();
    }

    /// <summary>One of those who wait has given up; the last one takes the fetch along.</summary>
    private void GiveUp(Overdue overdue)
    {
        if (fetches.TryGetValue(overdue.Offer, out var fetch) && fetch.Nonce == overdue.Nonce && --fetch.Wanting == 0)
        {
            transport.Counts.Add(TransportEvent.Abandoned);
            Remove(fetch);
            StartNext();
        }
    }

    private void Remove(ModelFetch fetch)
    {
        fetch.IsOver = true;
        fetch.Deadlines.ForEach(deadline => deadline.Cancel());
        fetches.Remove(fetch.Offer);
        running.Remove(fetch.Nonce);
    }

    /// <summary>A learner wants a model it was offered.</summary>
    /// <param name="Pull">The pull's nonce.</param>
    /// <param name="Offer">What was offered.</param>
    /// <param name="Source">The learner that offered it.</param>
    /// <param name="Learner">Who wants it.</param>
    /// <param name="Left">How long until the pull's deadline.</param>
    public sealed record Wanted(ulong Pull, ModelOffer Offer, IActorRef Source, LearnerId Learner, TimeSpan Left)
        : INoSerializationVerificationNeeded;

    /// <summary>What became of it: the model, or null where it is gone.</summary>
    /// <param name="Pull">The pull's nonce.</param>
    /// <param name="Model">The model.</param>
    public sealed record Fetched(ulong Pull, Model? Model) : ITraffic;

    /// <summary>A deadline has passed. It names the fetch, which may be over, and does not keep its model alive.</summary>
    private sealed record Overdue(ModelOffer Offer, ulong Nonce) : INoSerializationVerificationNeeded;
}
