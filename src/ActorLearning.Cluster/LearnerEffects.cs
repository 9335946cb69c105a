using ActorLearning.Cluster.Messages;
using ActorLearning.Engine.Compute;
using ActorLearning.Engine.Preparation;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;
using ActorLearning.Robustness.Aggregation;
using Akka.Actor;
using Akka.Event;

namespace ActorLearning.Cluster;

/// <summary>Performs the effects of one learner's machine: asks for pulls, jobs for heavy work, messages for the rest.</summary>
internal sealed class LearnerEffects
{
    private readonly LearnerId id;
    private readonly Guid run;
    private readonly RunSetup setup;
    private readonly ClusterNode node;
    private readonly IActorRef self;
    private readonly IMachine machine;
    private readonly LearnerCompute compute;
    private readonly float[] momentum;
    private readonly RuleState? ruleState;
    private readonly Dictionary<(LearnerId Peer, ExchangeKey Key), IActorRef> askers = [];

    private LearnerEffects(LearnerId id, Guid run, RunSetup setup, ClusterNode node, IActorRef self, IMachine machine)
    {
        (this.id, this.run, this.setup, this.node, this.self, this.machine) = (id, run, setup, node, self, machine);
        compute = new LearnerCompute(setup);
        momentum = machine is Learner ? new float[setup.Scenario.Model.Parameters] : [];
        ruleState = machine is Learner ? compute.CreateRuleState() : null;
    }

    /// <summary>A learner's machine and what performs its effects.</summary>
    public static (IMachine Machine, LearnerEffects Effects) Make(
        LearnerId id, Guid run, RunSetup setup, bool isFirstLife, ClusterNode node, IActorRef self)
    {
        var start = isFirstLife ? new Model(setup.StartOf(id), isFinite: true) : null;
        IMachine machine = setup.Population.GroupOf(id) is { } group
            ? new ByzantineLearner(setup.ByzantineSettings(group), new ByzantineState { Id = id })
            : new Learner(setup.LearnerSettings(), new LearnerState { Id = id, Model = start });
        return (machine, new LearnerEffects(id, run, setup, node, self, machine));
    }

    /// <summary>The exchange a request is about.</summary>
    public static ExchangeKey KeyOf(ModelRequest request) => new(new Round(request.Round), request.Step);

    /// <summary>Notes whom to answer.</summary>
    public void Remember(ModelRequest request, IActorRef asker) => askers[(new LearnerId(request.From), KeyOf(request))] = asker;

    /// <summary>SHA-256 of the model; none of a Byzantine learner.</summary>
    public byte[] Digest() => machine is Learner { Model: { } model } ? ModelHash.Digest(model.Values) : [];

    /// <summary>Tells the coordinator of a round.</summary>
    public void Tell(Reported report)
    {
        node.Coordinator.Tell(new RoundReport(run, id.Number, report.Round.Number, report.Facts));

        // Whoever was met with silence has given up by now.
        foreach (var old in askers.Keys.Where(asked => asked.Key.Round < report.Round.Previous).ToList())
        {
            askers.Remove(old);
        }
    }

    /// <summary>Performs an effect of the machine.</summary>
    public void Perform(Effect effect)
    {
        switch (effect)
        {
            case Pull pull:
                Ask(pull);
                break;
            case Reply reply:
                Send(reply);
                break;
            case Report report when machine is Learner { Model: { } model } && setup.IsEvaluated(id, report.Round):
                Do(worker => new Reported(
                    id, report.Round, report.Facts with { AfterAggregation = compute.Evaluate(model.Values, worker) }));
                break;
            case Report report:
                Tell(new Reported(id, report.Round, report.Facts));
                break;
            case Train train:
                Do(worker => Train(train, worker));
                break;
            case Aggregate aggregate:
                Do(worker => Aggregate(aggregate, worker));
                break;
            case Forge forge:
                Do(worker => Forge(forge, worker));
                break;
        }
    }

    /// <summary>Answers whoever asked; the first answer ends the ask, what comes after it goes nowhere.</summary>
    private void Send(Reply reply)
    {
        if (!askers.Remove((reply.To, reply.Key), out var asker))
        {
            return;
        }

        var answer = new ModelAnswer(id.Number, reply.Key.Round.Number, reply.Key.Step, reply.Model?.Values);
        if (reply.Delay > TimeSpan.Zero)
        {
            node.Scheduler.ScheduleTellOnce(reply.Delay, asker, answer, self);
        }
        else
        {
            asker.Tell(answer);
        }
    }

    private void Do(Func<Worker, Input> work) => node.Workers.Tell(new ComputeActor.Job(work), self);

    private void Ask(Pull pull)
    {
        var request = new ModelRequest(run, id.Number, pull.Key.Round.Number, pull.Key.Step);
        var timedOut = new Pulled(new PullTimedOut(pull.Peer, pull.Key));
        node.Learners.Ask<object>(new LearnerEnvelope(pull.Peer.Number, request), pull.Deadline).PipeTo(
            self, success: answer => answer is ModelAnswer { Values: { } values } whole
                ? new Pulled(new ModelReceived(
                    new LearnerId(whole.Peer), new ExchangeKey(new Round(whole.Round), whole.Step), Checked(values)))
                : timedOut,
            failure: _ => timedOut);
    }

    private Input Train(Train effect, Worker worker)
    {
        var halfStep = new float[setup.Scenario.Model.Parameters];
        var facts = compute.Train(id, effect, momentum, halfStep, worker);
        return new Trained(effect.Round, Checked(halfStep), facts) { Life = effect.Life };
    }

    private Input Aggregate(Aggregate effect, Worker worker)
    {
        var result = new float[setup.Scenario.Model.Parameters];
        var model = compute.Aggregate(id, effect, ruleState, result, worker) ? Checked(result) : null;
        return new Aggregated(effect.Key, model, new AggregationFacts(compute.ByzantineMet(effect)))
        {
            Life = effect.Life,
        };
    }

    private Input Forge(Forge effect, Worker worker)
    {
        var forged = new float[setup.Scenario.Model.Parameters];
        var answer = compute.Forge(id, effect, forged, worker);
        if (answer.Length is { } length)
        {
            Array.Resize(ref forged, length);
        }

        return new Forged(effect.Key, effect.Victim, answer.IsSilent ? null : Checked(forged))
        {
            Delay = answer.Delay,
            Repeats = answer.Repeats,
        };
    }

    private static Model Checked(float[] values) => new(values, Vectors.AllFinite(values));

    /// <summary>What became of a pull.</summary>
    public sealed record Pulled(Input Input) : INoSerializationVerificationNeeded;
}
