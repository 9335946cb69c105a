using ActorLearning.Cluster.Messages;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Inputs;
using Akka.Actor;
using Akka.Event;
using Akka.Serialization;

namespace ActorLearning.Cluster;

/// <summary>The round coordinator as a cluster singleton: one run at a time.</summary>
/// <remarks>
/// On its first day or after the death of the node it lived on, it looks for a run that goes on, asks every learner for its
/// round, and starts the highest of them once more: who is done with it reports again, who is at it goes on.
/// </remarks>
internal sealed class CoordinatorActor : ReceiveActor, IWithTimers, IWithUnboundedStash
{
    private static readonly TimeSpan Nudge = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    private readonly IRunStore store;
    private readonly ClusterNode node = ClusterNode.Of(Context.System);
    private readonly Outbox outbox = new();
    private CoordinatorEffects? run;

    public CoordinatorActor(IRunStore store)
    {
        this.store = store;
        Recovering();
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <inheritdoc/>
    public IStash Stash { get; set; } = null!;

    protected override void PreStart() => Look();

    protected override void PostStop() => node.IsAtRest = false;

    private void Look() => store.FindAsync().PipeTo(
        Self, success: found => (object?)found ?? NoRun.Instance, failure: error => new Status.Failure(error));

    private void Recovering()
    {
        Receive<PreparedRun>(Start);
        Receive<NoRun>(_ => Rest());
        Receive<Status.Failure>(failure => failure.Cause is LostRunException, failure => GiveUp((LostRunException)failure.Cause));
        Receive<Status.Failure>(failure =>
        {
            Context.GetLogger().Warning("The coordinator looks again for a run that goes on: {0}", failure.Cause.Message);
            Timers.StartSingleTimer(NoRun.Instance, LookAgain.Instance, Retry);
        });
        Receive<LookAgain>(_ => Look());
        ReceiveAny(_ => Stash.Stash());
    }

    private void Idle()
    {
        Receive<SubmitRun>(submit =>
        {
            var current = new CurrentRun(submit.Run, Serialization.SerializedActorPath(Sender), submit.Scenario);
            store.BeginAsync(current).PipeTo(Self, Sender, failure: error => new Status.Failure(error));
            Turn(() => Preparing(submit.Run));
        });
        Receive<StatusRequest>(_ => Sender.Tell(new RunStatus(Guid.Empty, 0, 0, [], node.Address)));
    }

    private void Preparing(Guid wanted)
    {
        Receive<PreparedRun>(Start);
        Receive<Status.Failure>(failure =>
        {
            Sender.Tell(new RunRefused(wanted, failure.Cause.Message));
            Rest();
        });
        Receive<SubmitRun>(submit => Sender.Tell(new RunRefused(submit.Run, "the cluster is about to start another run")));
        ReceiveAny(_ => Stash.Stash());
    }

    private void Running()
    {
        Receive<RoundReport>(report => report.Run == run!.Id, report =>
            Take(new Reported(new LearnerId(report.Learner), new Round(report.Round), report.Facts)));
        Receive<Woke>(Take);
        Receive<LearnerFailed>(failed => failed.Run == run!.Id, failed => run!.Fail(failed));
        Receive<NudgeDue>(_ => run!.Nudge());
        Receive<StatusRequest>(_ => Sender.Tell(run!.Status()));
        Receive<SubmitRun>(submit => Sender.Tell(new RunRefused(submit.Run, run!.Busy())));
        Receive<StopRun>(stop => stop.Run == run!.Id, _ => run!.Stop());
        Receive<DigestRequest>(request => request.Run == run!.Id, request => run!.PassOn(request, Sender));
        Receive<ReleaseRun>(release => release.Run == run!.Id, _ => Release());
        Receive<Terminated>(_ => Abandon());
    }

    private void Start(PreparedRun prepared)
    {
        run = new CoordinatorEffects(prepared, store, Timers, Context);
        Context.Watch(run.Client);
        node.IsAtRest = false;
        Timers.StartPeriodicTimer(NudgeDue.Instance, NudgeDue.Instance, Nudge);
        run.Client.Tell(run.Status(), Self);
        Turn(Running);
        Take(new RunStarted());
    }

    private void Take(Input input)
    {
        run!.Machine.Handle(input, outbox);
        foreach (var effect in outbox.Effects)
        {
            run.Perform(effect);
        }

        outbox.Clear();
    }

    /// <summary>A run that this node cannot go on with: no other attempt would go better.</summary>
    private void GiveUp(LostRunException lost)
    {
        Context.GetLogger().Error("The run ends: {0}", lost.Message);
        var client = ((ExtendedActorSystem)Context.System).Provider.ResolveActorRef(lost.Run.Client);
        client.Tell(new RunOver(lost.Run.Run, $"the coordinator's new node cannot go on with it: {lost.Message}", 0));
        store.EndAsync().PipeTo(Self, success: () => NoRun.Instance, failure: error => new Status.Failure(error));
    }

    /// <summary>Whoever wanted the run is gone, and with it the place where the results would go.</summary>
    private void Abandon()
    {
        Context.GetLogger().Warning("The run ends: {0}, which submitted it, is gone", run!.Client);
        Release();
    }

    private void Release()
    {
        Context.Unwatch(run!.Client);
        Timers.CancelAll();
        run.Release();
        run = null;
        Rest();
    }

    private void Rest()
    {
        node.IsAtRest = true;
        Turn(Idle);
    }

    private void Turn(Action state)
    {
        Become(state);
        Stash.UnstashAll();
    }

    private sealed class NoRun
    {
        public static readonly NoRun Instance = new();
    }

    private sealed class LookAgain
    {
        public static readonly LookAgain Instance = new();
    }

    private sealed class NudgeDue
    {
        public static readonly NudgeDue Instance = new();
    }
}
