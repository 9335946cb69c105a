using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Wire;

namespace ActorLearning.Cluster.Transport;

/// <summary>
/// A learner's pulls of this and the previous round, by nonce: turns what comes for them into inputs of its machine.
/// </summary>
/// <remarks>
/// The first answer decides a pull. Further ones and late ones reach the machine too, which counts them, but never their models:
/// nobody would look at those. While the first answer's model is still under way, further answers are held back: the machine
/// would take them for the first. An answer under a nonce that is not in the book is nobody's: whoever it claims to come from, it
/// must not decide a pull.
/// </remarks>
/// <param name="parameters">Length of a model; an offer of another length is not worth fetching.</param>
/// <param name="counts">The node's.</param>
internal sealed class PullBook(int parameters, TransportCounts counts)
{
    private readonly Dictionary<ulong, Entry> entries = [];

    private enum State
    {
        Open,
        Fetching,
        Decided,
        Expired,
    }

    /// <summary>Stands for a model that nobody will look at, or that was not worth fetching: broken to a pending pull.</summary>
    public static Model Unusable { get; } = new([], isFinite: false);

    /// <summary>Pulls remembered.</summary>
    public int Count => entries.Count;

    /// <summary>Enters a pull under a new nonce.</summary>
    public ulong Open(Pull pull)
    {
        var nonce = ModelTransport.NewNonce();
        entries[nonce] = new Entry(pull.Peer, pull.Key);
        return nonce;
    }

    /// <summary>Whether a pull is neither answered nor over.</summary>
    public bool IsPending(ulong nonce) =>
        entries.TryGetValue(nonce, out var entry) && entry.State is State.Open or State.Fetching;

    /// <summary>Takes an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="here">The model itself, from a learner of the same node.</param>
    /// <param name="inputs">Gets what the machine is to be told.</param>
    /// <returns>Whether the offered model is to be fetched.</returns>
    public bool Answer(WireAnswer answer, Model? here, List<Input> inputs)
    {
        if (!entries.TryGetValue(answer.Nonce, out var entry))
        {
            counts.Add(TransportEvent.Stray);
            return false;
        }

        var isGone = answer.Offer is null && here is null;
        var isWorthFetching = answer.Peer == entry.Peer && answer.Key == entry.Key && answer.Offer?.Length == parameters;
        if (entry.State != State.Open)
        {
            Repeat(entry, isGone, inputs);
        }
        else if (isGone)
        {
            Decide(entry, null, inputs);
        }
        else if (here is not null || !isWorthFetching)
        {
            Decide(entry, here ?? Unusable, inputs);
        }
        else
        {
            entry.State = State.Fetching;
            return true;
        }

        return false;
    }

    /// <summary>A fetch has ended: with the model, or null where it is gone.</summary>
    public void Fetched(ulong nonce, Model? model, List<Input> inputs)
    {
        if (entries.TryGetValue(nonce, out var entry) && entry.State == State.Fetching)
        {
            Decide(entry, model, inputs);
        }
        else if (entry is { State: State.Expired } && model is not null)
        {
            Repeat(entry, inputs);
        }
    }

    /// <summary>A pull's deadline has passed.</summary>
    public void Expire(ulong nonce, List<Input> inputs)
    {
        if (entries.TryGetValue(nonce, out var entry) && entry.State is State.Open or State.Fetching)
        {
            entry!.State = State.Expired;
            inputs.Add(new PullTimedOut(entry.Peer, entry.Key));
            RepeatHeldBack(entry, inputs);
        }
    }

    /// <summary>Forgets the pulls of earlier rounds.</summary>
    public void Forget(Round before)
    {
        foreach (var (nonce, _) in entries.Where(pair => pair.Value.Key.Round < before).ToList())
        {
            entries.Remove(nonce);
        }
    }

    private void Decide(Entry entry, Model? model, List<Input> inputs)
    {
        entry.State = State.Decided;
        inputs.Add(model is null
            ? new PullTimedOut(entry.Peer, entry.Key)
            : new ModelReceived(entry.Peer, entry.Key, model));
        RepeatHeldBack(entry, inputs);
    }

    /// <summary>An answer to a pull that has had one. A peer that repeats that it has nothing is not counted.</summary>
    private void Repeat(Entry entry, bool isGone, List<Input> inputs)
    {
        if (entry.State == State.Fetching && !isGone)
        {
            entry.HeldBack++;
        }
        else if (!isGone)
        {
            Repeat(entry, inputs);
        }
    }

    private void Repeat(Entry entry, List<Input> inputs)
    {
        counts.Add(entry.State == State.Expired ? TransportEvent.Late : TransportEvent.Duplicate);
        inputs.Add(new ModelReceived(entry.Peer, entry.Key, Unusable));
    }

    private void RepeatHeldBack(Entry entry, List<Input> inputs)
    {
        for (; entry.HeldBack > 0; entry.HeldBack--)
        {
            Repeat(entry, inputs);
        }
    }

    private sealed class Entry(LearnerId peer, ExchangeKey key)
    {
        public LearnerId Peer => peer;

        public ExchangeKey Key => key;

        public State State { get; set; }

        public int HeldBack { get; set; }
    }
}
