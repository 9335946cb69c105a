using ActorLearning.Protocol;
using Akka.Actor;

namespace ActorLearning.Cluster.Transport;

/// <summary>Who asked a learner for what, and under which nonce: whom its machine's replies go to.</summary>
/// <remarks>
/// A machine answers a peer's pull of an exchange, perhaps repeatedly if it is Byzantine. Of each peer only the newest few
/// requests are kept, so that a flood of them takes no memory.
/// </remarks>
/// <param name="learners">How many learners there are; nobody else is answered.</param>
/// <param name="newest">Requests kept of each.</param>
internal sealed class AskerBook(int learners, int newest)
{
    private readonly Dictionary<LearnerId, List<(ExchangeKey Key, ulong Nonce, IActorRef Asker)>> byPeer = [];

    /// <summary>Requests kept.</summary>
    public int Count => byPeer.Values.Sum(own => own.Count);

    /// <summary>Notes a request; one for the same exchange replaces the earlier one, whose asker has lost its memory.</summary>
    public void Remember(LearnerId from, ExchangeKey key, ulong nonce, IActorRef asker)
    {
        if (from.Number >= learners)
        {
            return;
        }

        if (!byPeer.TryGetValue(from, out var own))
        {
            byPeer[from] = own = [];
        }

        own.RemoveAll(item => item.Key == key);
        own.Add((key, nonce, asker));
        if (own.Count > newest)
        {
            own.RemoveAt(0);
        }
    }

    /// <summary>Who asked; null where nobody did.</summary>
    public (IActorRef Asker, ulong Nonce)? Find(LearnerId from, ExchangeKey key)
    {
        var at = byPeer.TryGetValue(from, out var own) ? own.FindIndex(item => item.Key == key) : -1;
        return at < 0 ? null : (own![at].Asker, own[at].Nonce);
    }

    /// <summary>Forgets requests of earlier rounds: whoever was met with silence has given up by now.</summary>
    public void Forget(Round before)
    {
        foreach (var own in byPeer.Values)
        {
            own.RemoveAll(item => item.Key.Round < before);
        }
    }
}
