using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Engine.Embedded;

/// <remarks>Messages: inboxes, outboxes and timers.</remarks>
internal sealed partial class EmbeddedRun
{
    // Below this many receivers, starting threads costs more than it saves.
    private const int FewReceivers = 64;

    /// <summary>Stands for a model that comes after its pull has timed out, so that nobody will look at it.</summary>
    private static readonly Model Overdue = new([], isFinite: true);

    private readonly List<Input>[] inboxes;
    private readonly Outbox[] outboxes;
    private readonly PullTimers timers;
    private readonly List<int> receivers = [];
    private readonly List<int> delivering = [];
    private readonly List<Input> coordinatorInbox = [];
    private readonly Outbox coordinatorOutbox = new();
    private readonly List<(TimeSpan Due, Woke Wake)> wakes = [];
    private readonly DelayedReplies delayed = new();
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
                Send(pull.Peer, new PullRequested(sender, pull.Key));
                break;
            case Reply { Delay: { Ticks: > 0 } delay } reply:
                // Past the deadline it is only counted: its buffer need not wait, however long the delay.
                var isTooLate = delay > setup.Scenario.Exchange.Deadline;
                delayed.Add(sender, isTooLate ? reply with { Model = Overdue } : reply, now + delay);
                break;
            case Reply reply:
                Deliver(sender, reply);
                break;
            case Report report when !IsEvaluated(sender, report.Round) || ModelOf(sender) is null:
                coordinatorInbox.Add(new Reported(sender, report.Round, report.Facts));
                break;
            default:
                work.Add(new Work(sender, effect));
                break;
        }
    }

    private void Deliver(LearnerId sender, Reply reply)
    {
        timers.Close(reply.To, sender, reply.Key);
        Send(reply.To, reply.Model is null
            ? new PullTimedOut(sender, reply.Key)
            : new ModelReceived(sender, reply.Key, reply.Model));
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
                    Send(new LearnerId(number), new RoundStarted(tick.Round));
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

    /// <summary>Jumps to the next timer or late answer. False where there is none.</summary>
    private bool AdvanceTime()
    {
        var wake = wakes.Count > 0 ? wakes.Min(item => item.Due) : TimeSpan.MaxValue;
        var pull = timers.Next ?? TimeSpan.MaxValue;
        var reply = delayed.Next ?? TimeSpan.MaxValue;
        var next = new[] { wake, pull, reply }.Min();
        if (next == TimeSpan.MaxValue)
        {
            return false;
        }

        now = next;
        while (delayed.TakeDue(now) is (var sender, var late))
        {
            Deliver(sender, late); // Before the timers: an answer at the deadline is in time.
        }

        foreach (var (learner, expired) in timers.Expire(now))
        {
            Send(learner, new PullTimedOut(expired.Peer, expired.Key));
        }

        coordinatorInbox.AddRange(wakes.Where(item => item.Due <= now).Select(item => item.Wake));
        wakes.RemoveAll(item => item.Due <= now);
        return true;
    }
}
