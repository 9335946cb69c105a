using ActorLearning.Protocol;
using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Testing.Networks;

/// <remarks>
/// What an adversary can do. Each gives false, and does nothing, where the run is over or there is nothing of the name.
/// </remarks>
public sealed partial class SimulatedNetwork
{
    /// <summary>Lets something happen now, early or late.</summary>
    /// <param name="what">What.</param>
    /// <param name="lie">What an answer, a lie or the result of some work is replaced by.</param>
    public bool Deliver(Happening what, Lie? lie = null)
    {
        var at = Find(what);
        if (at < 0 || IsOver)
        {
            return false;
        }

        if (lie is { Model: null } && what.Kind != HappeningKind.Forged)
        {
            Trouble();
            underWay.RemoveAt(at);
            EndWhenEmpty();
        }
        else
        {
            Happen(at, lie is null ? underWay[at].Input : Replace(underWay[at].Input, lie.Model));
        }

        return true;
    }

    /// <summary>Puts something aside: it happens only when it is delivered by name.</summary>
    public bool Hold(Happening what)
    {
        var at = Find(what);
        if (at < 0 || underWay[at].IsHeld || IsOver)
        {
            return false;
        }

        underWay[at] = underWay[at] with { IsHeld = true };
        return true;
    }

    /// <summary>Loses something.</summary>
    public bool Drop(Happening what)
    {
        var at = Find(what);
        if (at < 0 || IsOver)
        {
            return false;
        }

        Trouble();
        underWay.RemoveAt(at);
        EndWhenEmpty();
        return true;
    }

    /// <summary>Makes two of something.</summary>
    public bool Duplicate(Happening what)
    {
        var at = Find(what);
        if (at < 0 || IsOver)
        {
            return false;
        }

        underWay.Add(underWay[at] with { IsHeld = false });
        return true;
    }

    /// <summary>Puts something under way that no machine has sent.</summary>
    /// <param name="what">What it looks like.</param>
    /// <param name="lie">The model in it, where there is one.</param>
    public bool Send(Happening what, Lie? lie = null)
    {
        if (IsOver || !(what.To == Happening.Nobody || IsLearner(what.To)))
        {
            return false;
        }

        Trouble();
        Post(what, InputOf(what, lie ?? Lie.Value(0)), what.IsTimer ? Now : TimeSpan.Zero);
        return true;
    }

    /// <summary>A learner dies and comes back without knowing anything; what it began and was sent stays under way.</summary>
    /// <param name="learner">
    /// Its number; <see cref="Happening.Nobody"/> for the coordinator, which comes back knowing the round it was in and nothing
    /// else: reports and timers are lost.
    /// </param>
    public bool Restart(int learner)
    {
        if (IsOver || !(learner == Happening.Nobody || IsLearner(learner)))
        {
            return false;
        }

        Trouble();
        if (learner == Happening.Nobody)
        {
            underWay.RemoveAll(item => item.What.Kind is HappeningKind.Patience or HappeningKind.Deadline);
            subjects[learners].Load(new CoordinatorState { Round = new Round(Math.Max(0, Round - 1)) });
            isStale[learners] = false;
            Give(learners, new RunStarted());
        }
        else
        {
            Give(learner, new Restarted());
        }

        return true;
    }

    /// <summary>
    /// So much time passes: everything that is not held arrives, and timers run out when they are due.
    /// </summary>
    public void Pass(TimeSpan time)
    {
        var until = Now + time;
        while (!IsOver && IndexOfNext() is var at and >= 0 && underWay[at].Due <= until)
        {
            GoOn();
        }

        Now = until;
    }

    /// <summary>The plain order to the end of the run, or until only what is held is left.</summary>
    public void Finish()
    {
        var last = Steps + MostSteps;
        while (Violation is null && GoOn())
        {
            if (Steps > last)
            {
                watch.Broken(
                    Promises.Promise.NoHang, learners, $"has not ended the run after {MostSteps} more inputs in the plain order");
                IsOver = true;
            }
        }
    }

    private static Input Replace(Input input, Model? model) => input switch
    {
        Trained trained => trained with { Model = model! },
        ModelReceived answer => answer with { Model = model! },
        Aggregated aggregated => aggregated with { Model = model },
        Forged forged => forged with { Model = model },
        _ => input,
    };

    private static Input InputOf(Happening what, Lie lie)
    {
        var (from, key, round) = (new LearnerId(what.From), what.Key, what.Key.Round);
        return what.Kind switch
        {
            HappeningKind.Tick => new RoundStarted(round),
            HappeningKind.Trained => new Trained(round, lie.Model!, new TrainingFacts(0, null)),
            HappeningKind.Pull => new PullRequested(from, key),
            HappeningKind.Forged => new Forged(key, from, lie.Model),
            HappeningKind.Answer => new ModelReceived(from, key, lie.Model!),
            HappeningKind.Aggregated => new Aggregated(key, lie.Model, new AggregationFacts(0)),
            HappeningKind.Report => new Reported(from, round, new RoundFacts()),
            HappeningKind.Patience => new Woke(WakeReason.Patience, round),
            HappeningKind.Deadline => new Woke(WakeReason.Deadline, round),
            _ => new PullTimedOut(from, key),
        };
    }

    private void EndWhenEmpty()
    {
        if (underWay.Count == 0)
        {
            watch.Broken(Promises.Promise.NoHang, learners, "nothing is under way, no timer is set, and the run has not ended");
            IsOver = true;
        }
    }
}
