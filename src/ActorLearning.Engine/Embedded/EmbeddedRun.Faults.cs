using ActorLearning.Engine.Faults;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Scenarios.Faults;

namespace ActorLearning.Engine.Embedded;

/// <remarks>The way of a message through the network, deaths, and work that takes time.</remarks>
internal sealed partial class EmbeddedRun
{
    /// <summary>Stands for a model that comes after its pull has timed out, so that nobody will look at it.</summary>
    private static readonly Model Overdue = new([], isFinite: true);

    private readonly FaultPlan faults;
    private readonly List<(TimeSpan Due, Work Work)> underWay = [];
    private readonly List<TimeSpan> delays = [];
    private readonly Dictionary<MessageName, int> copies = [];

    /// <summary>Sends a message into the network; <paramref name="held"/> is how long its sender holds it back.</summary>
    private void Post(LearnerId sender, int receiver, MessageKind kind, ExchangeKey key, Input input, TimeSpan held = default)
    {
        if (faults.IsNetworkPerfect)
        {
            Post(new Letter(sender.Number, receiver, input), held);
            return;
        }

        var name = new MessageName(sender.Number, receiver, kind, key, Copy: 0);
        copies[name] = copies.GetValueOrDefault(name) + 1;
        faults.Travel(name with { Copy = copies[name] - 1 }, now + held, delays);
        foreach (var delay in delays)
        {
            Post(new Letter(sender.Number, receiver, input), held + delay);
        }
    }

    private void Post(LearnerId sender, Reported report) => Post(
        sender, LearnerPart.Coordinator, MessageKind.Report, new ExchangeKey(report.Round, 0), report);

    private void Post(Letter letter, TimeSpan delay)
    {
        if (delay <= TimeSpan.Zero)
        {
            Arrive(letter);
            return;
        }

        // Past the deadline it is only counted: its buffer need not wait, however long the delay.
        var isTooLate = delay > setup.Scenario.Exchange.Deadline;
        letters.Add(now + delay, isTooLate && letter.Input is ModelReceived answer
            ? letter with { Input = answer with { Model = Overdue } } : letter);
    }

    private void Arrive(Letter letter)
    {
        var receiver = new LearnerId(letter.Receiver);
        if (letter.Receiver == LearnerPart.Coordinator)
        {
            if (!faults.IsCoordinatorDown(now))
            {
                coordinatorInbox.Add(letter.Input);
            }
        }
        else if (!faults.IsDown(receiver, now))
        {
            if (letter.Input is ModelReceived or PullTimedOut)
            {
                timers.Close(receiver, new LearnerId(letter.Sender), KeyOf(letter.Input));
            }

            Send(receiver, letter.Input);
        }
    }

    private static ExchangeKey KeyOf(Input answer) =>
        answer is ModelReceived received ? received.Key : ((PullTimedOut)answer).Key;

    /// <summary>Deaths and returns of this instant.</summary>
    private void MakeFaultsHappen()
    {
        foreach (var learner in faults.CrashesAt(now))
        {
            timers.Forget(learner);
            underWay.RemoveAll(item => item.Work.Learner == learner);
            if (momenta[learner.Number] is { } momentum)
            {
                Array.Clear(momentum);
                ruleStates[learner.Number] = compute.CreateRuleState();
            }

            Send(learner, new Restarted());
        }

        if (faults.CoordinatorReturnsAt(now))
        {
            coordinatorInbox.Add(new RunStarted());
        }
    }

    /// <summary>The first instant.</summary>
    private void Start()
    {
        MakeFaultsHappen();
        if (!faults.IsCoordinatorDown(TimeSpan.Zero))
        {
            coordinatorInbox.Add(new RunStarted());
        }
    }

    /// <summary>How long a piece of work takes.</summary>
    private TimeSpan DurationOf(Work item) =>
        item.Effect is Protocol.Effects.Train train ? faults.TrainingTime(item.Learner, train.Round) : TimeSpan.Zero;

    /// <summary>Does all work under way, also what is due later: that keeps the cores busy and changes nothing.</summary>
    private void FinishWork()
    {
        var dues = underWay.ToDictionary(item => item.Work, item => item.Due);
        List<Work> items = [.. underWay.Select(item => item.Work)];
        underWay.Clear();
        Do(items, (learner, item, input) => letters.Add(dues[item], new Letter(learner.Number, learner.Number, input)));
    }
}
