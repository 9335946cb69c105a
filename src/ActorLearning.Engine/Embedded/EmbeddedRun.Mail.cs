using ActorLearning.Engine.Faults;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Scenarios.Faults;

namespace ActorLearning.Engine.Embedded;

/// <remarks>Messages: inboxes, outboxes and timers.</remarks>
internal sealed partial class EmbeddedRun
{
    // Below this many receivers, starting threads costs more than it saves.
    private const int FewReceivers = 64;

    private readonly List<Input>[] inboxes;
    private readonly Outbox[] outboxes;
    private readonly PullTimers timers;
    private readonly List<int> receivers = [];
    private readonly List<int> delivering = [];
    private readonly List<Input> coordinatorInbox = [];
    private readonly Outbox coordinatorOutbox = new();
    private readonly List<(TimeSpan Due, Woke Wake)> wakes = [];
    private readonly Letters letters = new();
    private TimeSpan now;

    private bool HasMail => receivers.Count > 0 || coordinatorInbox.Count > 0;

    private static (List<Input>[] Inboxes, Outbox[] Outboxes, PullTimers Timers) MakeMail(int learners) => (
        [.. Enumerable.Range(0, learners).Select(_ => new List<Input>())],
        [.. Enumerable.Range(0, learners).Select(_ => new Outbox())],
        new PullTimers(learners));

    private void Send(LearnerId to, Input input)
    {
        var inbox = inboxes[to.Number];
        if (inbox.Count == 0)
        {
            receivers.Add(to.Number);
        }

        inbox.Add(input);
    }

    private void Deliver()
    {
        delivering.Clear();
        delivering.AddRange(receivers);
        delivering.Sort();
        receivers.Clear();
        if (delivering.Count < FewReceivers)
        {
            delivering.ForEach(Handle);
        }
        else
        {
            workers.Run(delivering.Count, (i, _) => Handle(delivering[i]));
        }

        foreach (var number in delivering)
        {
            var sender = new LearnerId(number);
            foreach (var effect in outboxes[number].Effects)
            {
                if (isLost?.Invoke(sender, effect) != true)
                {
                    Perform(sender, effect);
                }
            }

            outboxes[number].Clear();
        }

        DeliverToCoordinator();
        copies.Clear();
    }

    private void Handle(int number)
    {
        foreach (var input in inboxes[number])
        {
            machines[number].Handle(input, outboxes[number]);
        }

        inboxes[number].Clear();
    }

    private void DeliverToCoordinator()
    {
        foreach (var input in coordinatorInbox)
        {
            coordinator.Handle(input, coordinatorOutbox);
        }

        coordinatorInbox.Clear();
        foreach (var effect in coordinatorOutbox.Effects)
        {
            if (!isOver)
            {
                Perform(effect);
            }
        }

        coordinatorOutbox.Clear();
    }

    /// <summary>An effect of a learner.</summary>
    private void Perform(LearnerId sender, Effect effect)
    {
        switch (effect)
        {
            case Pull pull:
                timers.Open(sender, pull, now + pull.Deadline);
                Post(sender, pull.Peer.Number, MessageKind.Pull, pull.Key, new PullRequested(sender, pull.Key));
                break;
            case Reply reply:
                Input answer = reply.Model is null
                    ? new PullTimedOut(sender, reply.Key) : new ModelReceived(sender, reply.Key, reply.Model);
                Post(sender, reply.To.Number, MessageKind.Answer, reply.Key, answer, reply.Delay);
                break;
            case Report report when !setup.IsEvaluated(sender, report.Round) || ModelOf(sender) is null:
                Post(sender, new Reported(sender, report.Round, report.Facts));
                break;
            default:
                work.Add(new Work(sender, effect));
                break;
        }
    }

    /// <summary>An effect of the coordinator.</summary>
    private void Perform(Effect effect)
    {
        switch (effect)
        {
            case Tick tick:
                wakes.RemoveAll(item => item.Wake.Round < tick.Round);
                for (var number = 0; number < machines.Length; number++)
                {
                    var started = new RoundStarted(tick.Round) { IsSettled = tick.IsSettled };
                    Post(new LearnerId(LearnerPart.Coordinator), number, MessageKind.Tick, new(tick.Round, 0), started);
                }

                break;
            case WakeAfter wake:
                wakes.Add((now + wake.Delay, new Woke(wake.Why, wake.Round)));
                break;
            case RoundEnded ended:
                Record(ended);
                break;
            case RunStuck stuck:
                throw Stuck(stuck.Round, stuck.Missing);
            case RunEnded:
                isOver = true;
                break;
        }
    }

    /// <summary>Jumps to the next thing that happens. False where there is none.</summary>
    private bool AdvanceTime()
    {
        TimeSpan?[] times =
            [letters.Next, timers.Next, wakes.Count > 0 ? wakes.Min(item => item.Due) : null, faults.NextEvent(after: now)];
        var next = times.Min(); // Of those there are.
        if (underWay.Count > 0 && !(next < underWay.Min(item => item.Due)))
        {
            FinishWork();
            return true;
        }

        if (next is null)
        {
            return false;
        }

        now = next.Value;
        MakeFaultsHappen();
        while (letters.TakeDue(now) is { } letter)
        {
            Arrive(letter); // Before the timers: an answer at the deadline is in time.
        }

        foreach (var (learner, expired) in timers.Expire(now))
        {
            Send(learner, new PullTimedOut(expired.Peer, expired.Key));
        }

        var due = wakes.FindAll(item => item.Due <= now);
        wakes.RemoveAll(item => item.Due <= now);
        coordinatorInbox.AddRange(faults.IsCoordinatorDown(now) ? [] : due.Select(item => item.Wake));
        return true;
    }
}
