using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Testing.Promises;
using ActorLearning.Testing.States;
using ActorLearning.Testing.Work;

namespace ActorLearning.Testing.Networks;

/// <summary>
/// The real machines of a scenario in the hands of an adversary: nothing arrives, is lost or runs out unless somebody says so.
/// </summary>
/// <remarks>
/// One thread. Everything under way has a name (<see cref="Happening"/>). Left to itself the network goes in its plain order:
/// what is under way by exchange, kind and learner, and a timer only when nothing else is left. A timer that fires early does
/// not move the clock: clocks of different learners promise each other nothing.
/// </remarks>
public sealed partial class SimulatedNetwork
{
    private readonly Subject[] subjects;
    private readonly SmallWork work;
    private readonly List<Pending> underWay = [];
    private readonly Outbox outbox = new();
    private readonly Watch watch;
    private readonly Digest digest = new();
    private readonly int learners;

    /// <summary>A network whose coordinator has been told to go.</summary>
    /// <param name="plan">The machines.</param>
    public SimulatedNetwork(NetworkPlan plan)
    {
        (Plan, learners, work) = (plan, plan.Scenario.Learners, plan.Work());
        subjects = plan.Cast(work);
        watch = new Watch(plan);
        (states, digests, isStale) = (new object?[subjects.Length], new ulong[subjects.Length], new bool[subjects.Length]);
        for (var i = 0; i < subjects.Length; i++)
        {
            Touch(i);
        }

        Give(learners, new RunStarted());
    }

    /// <summary>The machines.</summary>
    public NetworkPlan Plan { get; }

    /// <summary>The time that has passed.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>Inputs taken by machines so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Whether the run has ended, or is stuck and has said for whom it waits.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The first promise that was broken; null as long as all are kept.</summary>
    public Violation? Violation => watch.Found;

    /// <summary>What is under way, in the plain order; twice what was duplicated.</summary>
    public IReadOnlyList<Happening> UnderWay
    {
        get
        {
            var sorted = underWay.ToList();
            sorted.Sort((a, b) => a.IsBefore(b) ? -1 : b.IsBefore(a) ? 1 : 0);
            return [.. sorted.Select(item => item.What)];
        }
    }

    /// <summary>What machines wanted done so far and by whom, the coordinator as <see cref="Happening.Nobody"/>; kept only if
    /// asked for.</summary>
    internal List<(int By, Effect Effect)>? Story { get; init; }

    /// <summary>Whether something of this name is under way.</summary>
    public bool IsUnderWay(Happening what) => Find(what) >= 0;

    /// <summary>The state of a learner's machine, or of the coordinator's.</summary>
    /// <param name="learner">A learner's number, or <see cref="Happening.Nobody"/>.</param>
    /// <returns>Null where there is no such learner.</returns>
    public object? StateOf(int learner)
    {
        var machine = learner == Happening.Nobody ? learners : learner;
        if (machine < 0 || machine > learners)
        {
            return null;
        }

        Refresh(machine);
        return subjects[machine].Save();
    }

    /// <summary>The next thing in the plain order; null where all that is left is held, or nothing is.</summary>
    public Happening? Next => IndexOfNext() is var at and >= 0 ? underWay[at].What : null;

    /// <summary>More inputs than any run takes that is left to itself.</summary>
    internal long MostSteps => 200L * learners * learners * Plan.Scenario.Rounds * Plan.Scenario.Exchange.Steps + 1000;

    /// <summary>Lets the next thing of the plain order happen; false where there is none.</summary>
    public bool GoOn()
    {
        var at = IndexOfNext();
        if (at < 0 || IsOver)
        {
            return false;
        }

        Happen(at, underWay[at].Input);
        return true;
    }

    private int IndexOfNext()
    {
        var best = -1;
        for (var i = 0; i < underWay.Count; i++)
        {
            if (!underWay[i].IsHeld && (best < 0 || underWay[i].IsBefore(underWay[best])))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>Where something of this name is: what is held only if nothing else has the name.</summary>
    private int Find(Happening what)
    {
        var best = -1;
        for (var i = 0; i < underWay.Count; i++)
        {
            if (underWay[i].What == what && (best < 0 || IsNearer(underWay[i], underWay[best])))
            {
                best = i;
            }
        }

        return best;
    }

    private static bool IsNearer(in Pending item, in Pending other) =>
        item.IsHeld != other.IsHeld ? other.IsHeld : item.IsBefore(other);

    private void Happen(int at, Input input)
    {
        var item = underWay[at];
        underWay.RemoveAt(at);
        isTroubled |= item.Due > TimeSpan.Zero || !ReferenceEquals(item.Input, input);
        if (item.Due > Now && IndexOfNext() is var next && (next < 0 || !underWay[next].IsBefore(item)))
        {
            Now = item.Due; // The timer whose turn it is: so much time has passed.
        }

        if (item.What.Kind is HappeningKind.Answer or HappeningKind.Refusal)
        {
            CloseTimer(item.What);
        }

        Give(item.What.To == Happening.Nobody ? learners : item.What.To, input);
    }

    private void CloseTimer(Happening answer)
    {
        var timer = answer with { Kind = HappeningKind.Timeout };
        var at = underWay.FindIndex(item => item.What == timer);
        if (at >= 0)
        {
            underWay.RemoveAt(at);
        }
    }

    /// <summary>A machine takes an input, and what it wants done gets under way.</summary>
    private void Give(int to, Input input)
    {
        Steps++;
        watch.Before(to, input);
        Refresh(to);
        try
        {
            subjects[to].Machine.Handle(input, outbox);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            watch.Broken(Promise.NoException, to, $"threw {e.GetType().Name} at {input}: {e.Message}");
            IsOver = true;
        }

        Touch(to);
        foreach (var effect in outbox.Effects)
        {
            Story?.Add((to == learners ? Happening.Nobody : to, effect));
            watch.After(to, effect);
            Perform(to, effect);
        }

        outbox.Clear();
        watch.AfterAll(to);
        if (!IsOver && underWay.Count == 0)
        {
            watch.Broken(Promise.NoHang, learners, "nothing is under way, no timer is set, and the run has not ended");
            IsOver = true;
        }
    }
}
