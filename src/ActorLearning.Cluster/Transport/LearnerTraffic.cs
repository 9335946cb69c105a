using ActorLearning.Cluster.Messages;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Wire;
using Akka.Actor;

namespace ActorLearning.Cluster.Transport;

/// <summary>One learner's models on their way in and out.</summary>
/// <remarks>
/// A pull is a request through the shard region; its deadline counts from here. A peer on the same node answers with the model
/// itself, one on another node with an offer, which the node's fetcher turns into the model.
/// </remarks>
internal sealed class LearnerTraffic
{
    private readonly LearnerId id;
    private readonly Guid run;
    private readonly ModelTransport transport;
    private readonly IActorRef learners;
    private readonly IActorRef self;
    private readonly PullBook pulls;
    private readonly AskerBook askers;
    private readonly OfferShelf shelf = new();
    private readonly Dictionary<ulong, (ICancelable Timer, TimeSpan Until)> timers = [];
    private readonly List<Input> inputs = [];

    /// <summary>The traffic of a learner in a run of a scenario.</summary>
    public LearnerTraffic(
        LearnerId id, Guid run, Scenarios.Scenario scenario, ModelTransport transport, IActorRef learners, IActorRef self)
        : this(
            id, run, scenario.Model.Parameters, new AskerBook(scenario.Learners, newest: 2 * (scenario.Exchange.Steps + 1)),
            transport, learners, self)
    {
    }

    /// <summary>The traffic of a learner.</summary>
    /// <param name="id">Who it is.</param>
    /// <param name="run">The run.</param>
    /// <param name="parameters">Length of a model.</param>
    /// <param name="askers">Who is answered.</param>
    /// <param name="transport">The node's.</param>
    /// <param name="learners">The way to all learners.</param>
    /// <param name="self">The learner's actor.</param>
    public LearnerTraffic(
        LearnerId id, Guid run, int parameters, AskerBook askers, ModelTransport transport, IActorRef learners, IActorRef self)
    {
        (this.id, this.run, this.askers) = (id, run, askers);
        (this.transport, this.learners, this.self) = (transport, learners, self);
        pulls = new PullBook(parameters, transport.Counts);
    }

    /// <summary>Asks a peer for its model.</summary>
    public void Send(Pull pull)
    {
        var nonce = pulls.Open(pull);
        var timer = transport.Scheduler.ScheduleTellOnceCancelable(
            pull.Deadline, self, new PullExpired(nonce), ActorRefs.NoSender);
        timers[nonce] = (timer, transport.Scheduler.MonotonicClock + pull.Deadline);
        learners.Tell(new ModelRequest(new WireRequest(run, nonce, pull.Peer, id, pull.Key)), self);
    }

    /// <summary>Notes whom to answer.</summary>
    public void Remember(ModelRequest request, IActorRef asker) =>
        askers.Remember(request.Wire.From, request.Wire.Key, request.Wire.Nonce, asker);

    /// <summary>Answers whoever asked; a Byzantine learner may do so repeatedly.</summary>
    public void Send(Reply reply)
    {
        if (askers.Find(reply.To, reply.Key) is not var (asker, nonce))
        {
            return;
        }

        var isHere = asker is IInternalActorRef { IsLocal: true };
        var offer = reply.Model is { } model && !isHere ? shelf.Offer(model, reply.Key.Round) : (ModelOffer?)null;
        var answer = new ModelAnswer(new WireAnswer(nonce, id, reply.Key, offer), isHere ? reply.Model : null);
        if (reply.Delay > TimeSpan.Zero)
        {
            transport.Scheduler.ScheduleTellOnce(reply.Delay, asker, answer, self);
        }
        else
        {
            asker.Tell(answer, self);
        }
    }

    /// <summary>Takes a message about models; what it means to the machine. The list is used again by the next one.</summary>
    public IReadOnlyList<Input> Take(object message, IActorRef sender)
    {
        inputs.Clear();
        switch (message)
        {
            case ModelAnswer answer:
                Take(answer, sender);
                break;
            case FetchActor.Fetched fetched:
                pulls.Fetched(fetched.Pull, fetched.Model, inputs);
                Stop(fetched.Pull); // It was pending, or its timer has gone off.
                break;
            case PullExpired expired:
                pulls.Expire(expired.Nonce, inputs);
                timers.Remove(expired.Nonce);
                break;
            case ChunkRequest request:
                Serve(request.Wire, sender);
                break;
            case DamagedMessage:
                transport.Counts.Add(TransportEvent.Damaged);
                break;
        }

        return inputs;
    }

    /// <summary>Forgets what belongs to earlier rounds.</summary>
    public void Forget(Round before)
    {
        pulls.Forget(before);
        askers.Forget(before);
        shelf.Forget(before);
    }

    private void Take(ModelAnswer answer, IActorRef sender)
    {
        var nonce = answer.Wire.Nonce;
        if (pulls.Answer(answer.Wire, answer.Here, inputs) && timers.TryGetValue(nonce, out var open))
        {
            var left = open.Until - transport.Scheduler.MonotonicClock;
            var wanted = new FetchActor.Wanted(
                nonce, answer.Wire.Offer!.Value, sender, id, left > TimeSpan.Zero ? left : TimeSpan.Zero);
            transport.From(sender.Path.Address).Tell(wanted, self);
        }
        else if (!pulls.IsPending(nonce))
        {
            Stop(nonce);
        }
    }

    private void Serve(WireChunkRequest request, IActorRef asker)
    {
        var piece = shelf.Serve(request, transport.Settings.ChunkValues);
        asker.Tell(new ModelChunk(request.Nonce, piece?.Model, request.Offset, piece?.Count ?? 0), self);
    }

    private void Stop(ulong nonce)
    {
        if (timers.Remove(nonce, out var timer))
        {
            timer.Timer.Cancel();
        }
    }

    private sealed record PullExpired(ulong Nonce) : ITraffic;
}
