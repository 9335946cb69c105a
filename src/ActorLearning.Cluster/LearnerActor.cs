using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Transport;
using ActorLearning.Engine.Preparation;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Scenarios;
using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Event;

namespace ActorLearning.Cluster;

/// <summary>One learner in the cluster: translates messages into inputs of its machine and effects into messages.</summary>
/// <remarks>
/// The first message of a run, a tick or a pull, brings it to life. In round 1 it starts from the run's start parameters;
/// later it has lost its model with the node it lived on and joins by pulling.
/// </remarks>
internal sealed class LearnerActor : ReceiveActor, IWithUnboundedStash
{
    private readonly LearnerId id;
    private readonly ClusterNode node = ClusterNode.Of(Context.System);
    private readonly Outbox outbox = new();
    private Guid run;
    private IMachine? machine;
    private LearnerEffects? effects;

    public LearnerActor(string entity)
    {
        id = new LearnerId(int.Parse(entity, System.Globalization.CultureInfo.InvariantCulture));
        Waiting();
    }

    /// <inheritdoc/>
    public IStash Stash { get; set; } = null!;

    private void Waiting()
    {
        Receive<RoundTick>(tick => Wake(tick.Run, tick.Round));
        Receive<ModelRequest>(request => Wake(request.Wire.Run, request.Wire.Key.Round.Number));
        Receive<DigestRequest>(_ => Sender.Tell(new ModelDigest(id.Number, [])));
        Receive<RoundQuery>(_ => Sender.Tell(new RoundPosition(id.Number, 0)));
        Receive<ReleaseRun>(_ => Go());
        Receive<IModelMessage>(_ => node.Models.Counts.Add(TransportEvent.Stray)); // To an earlier life.
    }

    private void Wake(Guid wanted, int round)
    {
        Stash.Stash();
        run = wanted;
        node.SetupOf(wanted).PipeTo(
            Self, success: setup => new Loaded(setup, round), failure: error => new Status.Failure(error));
        Become(Loading);
    }

    private void Loading()
    {
        Receive<Loaded>(loaded =>
        {
            if (id.Number >= loaded.Setup.Scenario.Learners)
            {
                node.Models.Counts.Add(TransportEvent.Stray); // Somebody pulls from a learner that there is not.
                Passivate();
                return;
            }

            (machine, effects) = LearnerEffects.Make(id, run, loaded.Setup, isFirstLife: loaded.Round <= 1, node, Self);
            Become(Running);
            Stash.UnstashAll();
        });
        Receive<Status.Failure>(failure =>
        {
            Context.GetLogger().Error(failure.Cause, "Learner {0} cannot take part in run {1}", id, run);
            if (failure.Cause is InputException)
            {
                node.Coordinator.Tell(new LearnerFailed(run, id.Number, 0, $"on {node.Address}: {failure.Cause.Message}"));
            }

            Stash.ClearStash();
            Become(Waiting);
        });
        ReceiveAny(_ => Stash.Stash());
    }

    private void Running()
    {
        Receive<RoundTick>(tick => tick.Run == run, tick =>
        {
            if (!effects!.TellAgain(tick.Round))
            {
                effects.Round = Math.Max(effects.Round, tick.Round);
                Take(new RoundStarted(new Round(tick.Round)));
            }
        });
        Receive<RoundTick>(tick => Wake(tick.Run, tick.Round));
        Receive<ModelRequest>(request => request.Wire.Run == run, request =>
        {
            effects!.Traffic.Remember(request, Sender);
            Take(new PullRequested(request.Wire.From, request.Wire.Key));
        });
        Receive<ComputeActor.Done>(done => Take(done.Input));
        Receive<ComputeActor.Failed>(failed => effects!.Fail(failed.Reason));
        Receive<ModelAnswer>(TakeTraffic);
        Receive<ChunkRequest>(TakeTraffic);
        Receive<DamagedMessage>(TakeTraffic);
        Receive<ITraffic>(TakeTraffic);
        Receive<DigestRequest>(_ => Sender.Tell(new ModelDigest(id.Number, effects!.Digest())));
        Receive<RoundQuery>(query => Sender.Tell(new RoundPosition(id.Number, query.Run == run ? effects!.Round : 0)));
        Receive<ReleaseRun>(release => release.Run == run, _ => Go());
    }

    /// <summary>Ends once its shard holds back what still comes for it.</summary>
    private void Go()
    {
        node.Forget(run);
        Passivate();
    }

    private static void Passivate() => Context.Parent.Tell(new Passivate(PoisonPill.Instance));

    private void TakeTraffic(object message)
    {
        foreach (var input in effects!.Traffic.Take(message, Sender))
        {
            Take(input);
        }
    }

    private void Take(Input input)
    {
        if (input is Reported report)
        {
            effects!.Tell(report); // An evaluation on its way to the coordinator.
            return;
        }

        machine!.Handle(input, outbox);
        foreach (var effect in outbox.Effects)
        {
            effects!.Perform(effect);
        }

        outbox.Clear();
    }

    private sealed record Loaded(RunSetup Setup, int Round) : INoSerializationVerificationNeeded;
}
