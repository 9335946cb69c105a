using ActorLearning.Cluster.Messages;
using ActorLearning.Engine.Preparation;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using Akka.Actor;
using Akka.DistributedData;

namespace ActorLearning.Cluster;

/// <summary>The round coordinator as a cluster singleton: one run at a time, ticks through the shard region.</summary>
internal sealed class CoordinatorActor : ReceiveActor, IWithTimers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClusterNode node = ClusterNode.Of(Context.System);
    private readonly Outbox outbox = new();
    private Guid run;
    private int learners;
    private IActorRef client = ActorRefs.Nobody;
    private RoundCoordinator? machine;
    private bool isStopping;

    public CoordinatorActor()
    {
        Receive<SubmitRun>(Prepare);
        Receive<Prepared>(prepared => Start(prepared));
        Receive<RoundReport>(report => report.Run == run, report =>
            Take(new Reported(new LearnerId(report.Learner), new Round(report.Round), report.Facts)));
        Receive<Woke>(Take);
        Receive<StopRun>(stop => isStopping |= stop.Run == run);
        Receive<Status.Failure>(failure => client.Tell(failure));
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>Puts the scenario where every node finds it, then loads it here.</summary>
    private void Prepare(SubmitRun submit)
    {
        (run, client, machine, isStopping) = (submit.Run, Sender, null, false);
        Timers.CancelAll();
        var (key, self) = (ClusterNode.KeyOf(run), Akka.Cluster.Cluster.Get(Context.System));
        var empty = new LWWRegister<string>(self.SelfUniqueAddress, submit.Scenario);
        DistributedData.Get(Context.System).Replicator
            .Ask<IUpdateResponse>(Dsl.Update(key, empty, new WriteMajority(Patience), old =>
                old.WithValue(self.SelfUniqueAddress, submit.Scenario)), Patience)
            .ContinueWith(_ => node.SetupOf(submit.Run)).Unwrap()
            .PipeTo(Self, success: setup => new Prepared(submit.Run, setup), failure: error => new Status.Failure(error));
    }

    private void Start(Prepared prepared)
    {
        if (prepared.Run == run)
        {
            learners = prepared.Setup.Scenario.Learners;
            machine = new RoundCoordinator(prepared.Setup.CoordinatorSettings(), new CoordinatorState());
            Take(new RunStarted());
        }
    }

    private void Take(Input input)
    {
        machine?.Handle(input, outbox);
        foreach (var effect in outbox.Effects)
        {
            Perform(effect);
        }

        outbox.Clear();
    }

    private void Perform(Effect effect)
    {
        switch (effect)
        {
            case Tick tick when machine is not null:
                Timers.CancelAll();
                for (var number = 0; number < learners; number++)
                {
                    node.Learners.Tell(new LearnerEnvelope(number, new RoundTick(run, tick.Round.Number)));
                }

                break;
            case WakeAfter wake when machine is not null:
                Timers.StartSingleTimer(wake.Why, new Woke(wake.Why, wake.Round), wake.Delay);
                break;
            case RoundEnded ended:
                Summarise(ended);
                break;
            case RunStuck stuck:
                client.Tell(new RunOver(run, [.. stuck.Missing.Select(id => id.Number)], stuck.Round.Number));
                break;
            case RunEnded over:
                client.Tell(new RunOver(run, null, over.Round.Number));
                break;
        }
    }

    private void Summarise(RoundEnded ended)
    {
        var reports = ended.Reports.OrderBy(pair => pair.Key).ToList();
        client.Tell(new RoundSummary(
            run, ended.Round.Number, [.. reports.Select(pair => pair.Key.Number)], [.. reports.Select(pair => pair.Value)],
            [.. ended.Missing.Select(id => id.Number)]));
        if (isStopping)
        {
            client.Tell(new RunOver(run, null, ended.Round.Number));
            machine = null; // No further tick: the effects behind this one are not performed.
        }
    }

    private sealed record Prepared(Guid Run, RunSetup Setup) : INoSerializationVerificationNeeded;
}
