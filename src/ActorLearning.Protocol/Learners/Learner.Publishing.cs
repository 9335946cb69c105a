using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Protocol.Learners;

/// <remarks>
/// Publishing: a pull of the exact key is answered at once, a later key waits, an earlier one that is not kept is gone. A peer has
/// at most one waiting pull, the newest: whoever asks for a newer exchange has given up on the older.
/// </remarks>
public sealed partial class Learner
{
    private void Publish(Outbox outbox)
    {
        published.Add(new PublishedModel(Key, model!));
        foreach (var pull in waiting)
        {
            if (pull.Key == Key)
            {
                outbox.Add(new Reply(pull.Peer, Key, model));
            }
        }

        waiting.RemoveAll(pull => pull.Key == Key);
    }

    private void Answer(PullRequested request, Outbox outbox)
    {
        if (request.From == id || !IsPeer(request.From))
        {
            return;
        }

        foreach (var item in published)
        {
            if (item.Key == request.Key)
            {
                outbox.Add(new Reply(request.From, request.Key, item.Model));
                return;
            }
        }

        if (IsAhead(request.Key))
        {
            Wait(request);
        }
        else
        {
            outbox.Add(new Reply(request.From, request.Key, null));
        }
    }

    /// <summary>Whether the exchange is one this learner will still publish a model for.</summary>
    private bool IsAhead(ExchangeKey key)
    {
        if (key.Step < 0 || key.Step >= settings.Steps)
        {
            return false;
        }

        return key.Round > round
            || (key.Round == round && !facts.Joined && phase != LearnerPhase.Idle
                && (key.Step > step || (key.Step == step && phase == LearnerPhase.Training)));
    }

    private void Wait(PullRequested request)
    {
        var at = waiting.FindIndex(pull => pull.Peer == request.From);
        if (at < 0)
        {
            waiting.Add(new WaitingPull(request.From, request.Key));
        }
        else if (IsLater(request.Key, waiting[at].Key))
        {
            waiting[at] = new WaitingPull(request.From, request.Key);
        }
    }

    /// <summary>Tells peers that wait for an exchange of an earlier round that it never came about here.</summary>
    private void RefuseOverdue(Outbox outbox)
    {
        foreach (var pull in waiting)
        {
            if (pull.Key.Round < round)
            {
                outbox.Add(new Reply(pull.Peer, pull.Key, null));
            }
        }

        waiting.RemoveAll(pull => pull.Key.Round < round);
    }

    private bool IsPeer(LearnerId peer) => peer.Number >= 0 && peer.Number < settings.Learners;

    private static bool IsLater(ExchangeKey a, ExchangeKey b) => a.Round > b.Round || (a.Round == b.Round && a.Step > b.Step);
}
