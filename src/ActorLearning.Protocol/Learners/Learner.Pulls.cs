using ActorLearning.Numerics;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Protocol.Learners;

/// <remarks>
/// Pulling: the first answer to a pull counts. A broken one leaves the slot missing at once, so that whoever sends it cannot hold
/// up the round. When no slot is pending the models are ordered by peer and aggregated.
/// </remarks>
public sealed partial class Learner
{
    private void OpenPulls(Outbox outbox)
    {
        (phase, replacementsUsed) = (LearnerPhase.Pulling, 0);
        slots.Clear();
        foreach (var peer in settings.Peers.Select(id, Key))
        {
            Ask(peer, outbox);
        }

        CloseWhenComplete(outbox);
    }

    private void Ask(LearnerId peer, Outbox outbox)
    {
        slots.Add(new PullSlot(peer, PullSlotState.Pending, null));
        facts = facts with { Pulls = facts.Pulls + 1 };
        outbox.Add(new Pull(peer, Key, settings.PullDeadline));
    }

    private void Take(ModelReceived answer, Outbox outbox)
    {
        if (phase != LearnerPhase.Pulling || answer.Key != Key)
        {
            CountLate();
            return;
        }

        var at = slots.FindIndex(slot => slot.Peer == answer.From);
        if (at < 0)
        {
            facts = facts with { Unasked = facts.Unasked + 1 };
        }
        else if (slots[at].State == PullSlotState.Answered)
        {
            facts = facts with { Duplicates = facts.Duplicates + 1 };
        }
        else if (slots[at].State != PullSlotState.Pending)
        {
            facts = facts with { Late = facts.Late + 1 };
        }
        else if (answer.Model.Values.Length != settings.Parameters || !answer.Model.IsFinite)
        {
            facts = facts with { Broken = facts.Broken + 1 };
            Miss(at, outbox);
        }
        else
        {
            facts = facts with { Answers = facts.Answers + 1 };
            slots[at] = new PullSlot(answer.From, PullSlotState.Answered, answer.Model);
            CloseWhenComplete(outbox);
        }
    }

    /// <summary>What comes after the report is counted in the next one.</summary>
    private void CountLate()
    {
        if (phase == LearnerPhase.Idle)
        {
            lateSinceReport++;
        }
        else
        {
            facts = facts with { Late = facts.Late + 1 };
        }
    }

    private void Take(PullTimedOut timeout, Outbox outbox)
    {
        var at = phase == LearnerPhase.Pulling && timeout.Key == Key
            ? slots.FindIndex(slot => slot.Peer == timeout.Peer && slot.State == PullSlotState.Pending)
            : -1;
        if (at >= 0)
        {
            facts = facts with { Timeouts = facts.Timeouts + 1 };
            Miss(at, outbox);
        }
    }

    private void Miss(int at, Outbox outbox)
    {
        var fresh = settings.Learners - 1 - slots.Count;
        if (replacementsUsed < settings.Replacements && fresh > 0)
        {
            slots[at] = slots[at] with { State = PullSlotState.Replaced };
            Ask(FreshPeer(fresh), outbox);
            replacementsUsed++;
        }
        else
        {
            slots[at] = slots[at] with { State = PullSlotState.Missing };
        }

        CloseWhenComplete(outbox);
    }

    /// <summary>Uniform over the peers not asked in this exchange.</summary>
    private LearnerId FreshPeer(int fresh)
    {
        var detail = step * (settings.Replacements + 1) + replacementsUsed;
        var random = new RandomStream(settings.Seed, StreamPurpose.Replacements, id.Number, round.Number, detail);
        var left = random.NextBelow(fresh);
        for (var number = 0; ; number++)
        {
            var candidate = new LearnerId(number);
            if (candidate != id && !slots.Exists(slot => slot.Peer == candidate) && left-- == 0)
            {
                return candidate;
            }
        }
    }

    private void CloseWhenComplete(Outbox outbox)
    {
        if (slots.Exists(slot => slot.State == PullSlotState.Pending))
        {
            return;
        }

        var missing = slots.Count(slot => slot.State == PullSlotState.Missing);
        if (missing > 0 && settings.Missing == MissingPolicy.Skip && model is not null)
        {
            EndExchange(outbox);
            return;
        }

        var contributions = Contributions();
        if (contributions.Count == 0)
        {
            EndExchange(outbox); // Nobody answered a learner that wanted to join: it tries again at the next tick.
            return;
        }

        var faults = settings.Missing == MissingPolicy.Fault || model is null ? missing : 0;
        phase = LearnerPhase.Aggregating;
        var assumed = Math.Max(0, settings.AssumedByzantine - faults);
        outbox.Add(new Aggregate(Key, contributions, assumed, HasOwn: model is not null) { Life = life });
    }

    private List<Contribution> Contributions()
    {
        var all = new List<Contribution>(slots.Count + 1);
        foreach (var slot in slots)
        {
            if (slot.State == PullSlotState.Answered)
            {
                all.Add(new Contribution(slot.Peer, slot.Model!, Answered: true));
            }
        }

        if (settings.Missing == MissingPolicy.Own && model is not null)
        {
            FillWithOwn(model, all);
        }

        all.Sort((a, b) => a.Peer.CompareTo(b.Peer));
        if (model is not null)
        {
            all.Insert(0, new Contribution(id, model, Answered: true));
        }

        return all;
    }

    /// <summary>
    /// The own model stands for the last of the peers that failed. Which of them were replaced depends on who failed first, and a
    /// sum of models must not.
    /// </summary>
    private void FillWithOwn(Model own, List<Contribution> all)
    {
        var missing = 0;
        var failed = new List<LearnerId>();
        foreach (var slot in slots)
        {
            missing += slot.State == PullSlotState.Missing ? 1 : 0;
            if (slot.State is PullSlotState.Missing or PullSlotState.Replaced)
            {
                failed.Add(slot.Peer);
            }
        }

        failed.Sort();
        for (var i = failed.Count - missing; i < failed.Count; i++)
        {
            all.Add(new Contribution(failed[i], own, Answered: false));
        }
    }
}
