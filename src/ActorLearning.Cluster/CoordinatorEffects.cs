using ActorLearning.Cluster.Messages;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using Akka.Actor;
using Akka.Event;

namespace ActorLearning.Cluster;

/// <summary>
/// Performs the effects of the coordinator's machine for one run: ticks to the learners, summaries to the client.
/// </summary>
internal sealed class CoordinatorEffects
{
    private readonly ClusterNode node;
    private readonly ITimerScheduler timers;
    private readonly IRunStore store;
    private readonly ILoggingAdapter log;
    private readonly IActorRef self;
    private readonly int learners;
    private readonly int rounds;
    private bool isStopping;
    private bool isEnded;
    private RunOver? over;

    public CoordinatorEffects(PreparedRun run, IRunStore store, ITimerScheduler timers, IActorContext context)
    {
        (this.store, this.timers, log, self) = (store, timers, context.GetLogger(), context.Self);
        node = ClusterNode.Of(context.System);
        (Id, learners, rounds) = (run.Current.Run, run.Setup.Scenario.Learners, run.Setup.Scenario.Rounds);
        Client = ((ExtendedActorSystem)context.System).Provider.ResolveActorRef(run.Current.Client);
        var before = new CoordinatorState { Round = new Round(Math.Max(0, run.Round - 1)) };
        Machine = new RoundCoordinator(run.Setup.Machines.Coordinator(), before);
    }

    /// <summary>The run.</summary>
    public Guid Id { get; }

    /// <summary>Who submitted it.</summary>
    public IActorRef Client { get; }

    /// <summary>The machine.</summary>
    public RoundCoordinator Machine { get; }

    /// <summary>Performs an effect of the machine; none after the run is over.</summary>
    public void Perform(Effect effect)
    {
        switch (effect)
        {
            case var _ when over is not null:
                break;
            case Tick tick:
                timers.Cancel(WakeReason.Deadline);
                timers.Cancel(WakeReason.Patience);
                Send(Enumerable.Range(0, learners), new RoundTick(Id, tick.Round.Number));
                break;
            case WakeAfter wake:
                timers.StartSingleTimer(wake.Why, new Woke(wake.Why, wake.Round), wake.Delay);
                break;
            case RoundEnded ended:
                Summarise(ended);
                break;
            case RunStuck stuck:
                Finish(stuck.Round, $"round {stuck.Round} cannot go on: it waits for learner(s) {Some(stuck.Missing)}");
                break;
            case RunEnded ended:
                Finish(ended.Round, null);
                break;
        }
    }

    /// <summary>
    /// Ticks once more for those that have not reported: one of them may live on a new node, or its report be lost. The same
    /// goes for the word that the run is over.
    /// </summary>
    public void Nudge()
    {
        Tell(Status());
        if (over is not null)
        {
            Tell(over);
        }
        else
        {
            Send(Machine.Missing.Select(id => id.Number), new RoundTick(Id, Machine.Round.Number));
        }
    }

    /// <summary>How far the run is.</summary>
    public RunStatus Status() =>
        new(Id, Machine.Round.Number, rounds, over is not null ? [] : [.. Machine.Missing.Select(id => id.Number)], node.Address);

    /// <summary>Why another run has to wait.</summary>
    public string Busy() => $"the cluster is at round {Machine.Round.Number} of {rounds} of another run";

    /// <summary>Ends the run after the round at hand.</summary>
    public void Stop() => isStopping = true;

    /// <summary>Ends the run: a learner cannot go on.</summary>
    public void Fail(LearnerFailed failed)
    {
        if (over is null)
        {
            Finish(Machine.Round, $"learner {failed.Learner} fails in round {Machine.Round}: {failed.Reason}");
        }
    }

    /// <summary>Asks all learners something on behalf of someone.</summary>
    public void PassOn(IControlMessage question, IActorRef asker) => Send(Enumerable.Range(0, learners), question, asker);

    /// <summary>No further ticks, and no later coordinator finds the run; once.</summary>
    public void End()
    {
        if (isEnded)
        {
            return;
        }

        isEnded = true;
        store.EndAsync().ContinueWith(
            failed => log.Warning("The end of run {0} is not known everywhere: {1}", Id,
                failed.Exception?.GetBaseException().Message),
            TaskContinuationOptions.OnlyOnFaulted);
    }

    /// <summary>Lets the learners go; whoever wanted the run does not any more.</summary>
    public void Release()
    {
        End();
        Send(Enumerable.Range(0, learners), new ReleaseRun(Id));
        node.Forget(Id);
    }

    private void Summarise(RoundEnded ended)
    {
        var reports = ended.Reports.OrderBy(pair => pair.Key).ToList();
        Tell(new RoundSummary(
            Id, ended.Round.Number, [.. reports.Select(pair => pair.Key.Number)], [.. reports.Select(pair => pair.Value)],
            [.. ended.Missing.Select(id => id.Number)]));
        if (isStopping)
        {
            Finish(ended.Round, null);
        }
    }

    private void Finish(Round last, string? failure)
    {
        over = new RunOver(Id, failure, last.Number);
        Tell(over);
        End();
    }

    private static string Some(IReadOnlyList<LearnerId> learners) =>
        string.Join(", ", learners.Take(20)) + (learners.Count > 20 ? $" and {learners.Count - 20} more" : "");

    private void Tell(object message) => Client.Tell(message, self);

    private void Send(IEnumerable<int> whom, IControlMessage message, IActorRef? sender = null)
    {
        foreach (var number in whom)
        {
            node.Learners.Tell(new LearnerEnvelope(number, message), sender ?? self);
        }
    }
}
