using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Protocol.Learners;

/// <remarks>
/// Publishing: a pull of the exact key is answered at once, a later key waits, an earlier one that is not kept is gone. In a free
/// run the newest model is the answer, and a pull waits only while that is too old. A peer has at most one waiting pull a step of
/// one round, the newest: whoever asks for a newer round has given up on the older. Within a
/// round it has not: a Byzantine learner wants the models of every step that one of its victims has reached.
/// </remarks>
public sealed partial class Learner
{
    private void Publish(ExchangeKey key, Outbox outbox)
    {
        if (settings.FreeRun is not null)
        {
            published.Clear(); // Nobody asks for an older one.
        }

        published.Add(new PublishedModel(key, model!));
        foreach (var pull in waiting)
        {
            if (IsFor(key, pull.Key))
            {
                outbox.Add(new Reply(pull.Peer, pull.Key, model));
            }
        }

        waiting.RemoveAll(pull => IsFor(key, pull.Key));
    }

    /// <summary>Whether a model is an answer to a pull: the very one, or in a free run one that is new enough.</summary>
    private bool IsFor(ExchangeKey made, ExchangeKey pulled) => settings.FreeRun?.IsFresh(made, pulled) ?? made == pulled;

    private void Answer(PullRequested request, Outbox outbox)
    {
        if (request.From == id || !IsPeer(request.From))
        {
            return;
        }

        foreach (var item in published)
        {
            if (IsFor(item.Key, request.Key))
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

        if (settings.FreeRun is { } free)
        {
            return key.Round.Number >= 1 && key.Round.Number <= free.Rounds && model is not null;
        }

        return key.Round > round
            || (key.Round == round && !facts.Joined && phase != LearnerPhase.Idle
                && (key.Step > step || (key.Step == step && phase == LearnerPhase.Training)));
    }

    private void Wait(PullRequested request)
    {
        var pull = new WaitingPull(request.From, request.Key);
        if (waiting.Contains(pull) || waiting.Exists(other => other.Peer == pull.Peer && other.Key.Round > pull.Key.Round))
        {
            return;
        }

        waiting.RemoveAll(other => other.Peer == pull.Peer && other.Key.Round < pull.Key.Round);
        waiting.Add(pull);
    }

    /// <summary>Tells peers that wait for an exchange that it will not come about here: it is of an earlier round, or of one that
    /// this learner only joins.</summary>
    private void RefuseOverdue(Outbox outbox)
    {
        foreach (var pull in waiting)
        {
            if (IsOverdue(pull))
            {
                outbox.Add(new Reply(pull.Peer, pull.Key, null));
            }
        }

        waiting.RemoveAll(IsOverdue);
    }

    private bool IsOverdue(WaitingPull pull) => settings.FreeRun is not null ? facts.Joined
        : pull.Key.Round < round || (pull.Key.Round == round && facts.Joined);

    private bool IsPeer(LearnerId peer) => peer.Number >= 0 && peer.Number < settings.Learners;
}
