using ActorLearning.Testing.Networks;

namespace ActorLearning.Testing.Schedules;

/// <summary>Plays a schedule on the real machines, line by line, and remembers it.</summary>
/// <remarks>
/// A line that names something waits for it: the network goes on in its plain order until that is under way, and no further.
/// What is held stays aside meanwhile. Every line throws <see cref="ScheduleException"/> where it cannot be done, where an
/// expectation is not met, and where the protocol breaks a promise.
/// </remarks>
public sealed class Schedule
{
    private const int LongestWait = 100_000;

    private readonly List<ScheduleStep> steps = [];

    /// <summary>A schedule for new machines.</summary>
    public Schedule(NetworkPlan plan) => Network = new SimulatedNetwork(plan) { Story = [] };

    /// <summary>The machines and all that is under way.</summary>
    public SimulatedNetwork Network { get; }

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<ScheduleStep> Steps => steps;

    /// <summary>Lets something happen now.</summary>
    public Schedule Deliver(Happening what) => Play(new ScheduleStep(Verb.Deliver, what));

    /// <summary>Lets an answer, a lie or the result of some work arrive with another model in it.</summary>
    public Schedule AnswerWith(Happening what, Lie lie) => Play(new ScheduleStep(Verb.Deliver, what, lie));

    /// <summary>Puts something aside until it is delivered by name.</summary>
    public Schedule Hold(Happening what) => Play(new ScheduleStep(Verb.Hold, what));

    /// <summary>Loses something.</summary>
    public Schedule Drop(Happening what) => Play(new ScheduleStep(Verb.Drop, what));

    /// <summary>Makes two of something.</summary>
    public Schedule Duplicate(Happening what) => Play(new ScheduleStep(Verb.Duplicate, what));

    /// <summary>Puts something under way that no machine has sent.</summary>
    public Schedule Send(Happening what, Lie? lie = null) => Play(new ScheduleStep(Verb.Send, what, lie));

    /// <summary>A learner dies and comes back without knowing anything.</summary>
    public Schedule Restart(int learner) => Play(new ScheduleStep(Verb.Restart) { Learner = learner });

    /// <summary>So much time passes: what is not held arrives, timers run out.</summary>
    public Schedule TimePasses(TimeSpan time) => Play(new ScheduleStep(Verb.Pass) { Time = time });

    /// <summary>The plain order to the end of the run.</summary>
    public Schedule DeliverTheRest() => Play(new ScheduleStep(Verb.Finish));

    /// <summary>Fails where it is not so.</summary>
    public Schedule Expect(Expectation expectation) => Play(new ScheduleStep(Verb.Expect) { Expectation = expectation });

    /// <summary>Plays one line.</summary>
    public Schedule Play(ScheduleStep step)
    {
        steps.Add(step);
        var isDone = TryPlay(Network, step);
        if (Network.Violation is { } violation)
        {
            throw new ScheduleException($"line {steps.Count}, {step}: {violation}");
        }

        var reason = step.NeedsIt ? "that is not under way and never gets" : step.Verb == Verb.Expect ? "is not so"
            : Network.IsOver ? "that comes too late" : "there is no such learner";
        return isDone ? this : throw new ScheduleException($"line {steps.Count}, {step}: {reason}. {Scene()}");
    }

    /// <summary>Plays lines.</summary>
    public Schedule Play(IEnumerable<ScheduleStep> lines)
    {
        foreach (var line in lines)
        {
            Play(line);
        }

        return this;
    }

    /// <summary>Waits for what a line names and does it; false where that never gets under way.</summary>
    internal static bool TryPlay(SimulatedNetwork network, ScheduleStep step)
    {
        for (var waited = 0; step.NeedsIt && !network.IsUnderWay(step.What); waited++)
        {
            if (waited == LongestWait || network.Violation is not null || !network.GoOn())
            {
                return false;
            }
        }

        return step.Do(network);
    }

    private string Scene()
    {
        var names = Network.UnderWay.Select(what => what.ToString()).ToList();
        return Network.IsOver ? "The run is over." : $"Under way at {Network.Now.TotalSeconds} s: {string.Join("; ", names)}.";
    }
}
