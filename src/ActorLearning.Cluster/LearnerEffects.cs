using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Transport;
using ActorLearning.Engine.Compute;
using ActorLearning.Engine.Preparation;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
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
    private readonly float[] trainingState;
    private readonly RuleState? ruleState;
    private RoundReport? last;
    private LearnerFailed? failure;
    private Round evaluated;

    private LearnerEffects(LearnerId id, Guid run, RunSetup setup, ClusterNode node, IActorRef self, IMachine machine)
    {
        (this.id, this.run, this.setup, this.node, this.self, this.machine) = (id, run, setup, node, self, machine);
        compute = new LearnerCompute(setup);
        trainingState = setup.Population.TakesPart(id) ? compute.CreateTrainingState() : [];
        ruleState = setup.Population.TakesPart(id) ? compute.CreateRuleState() : null;
        Traffic = new LearnerTraffic(id, run, setup.Scenario, node.Models, node.Learners, self);
    }

    /// <summary>A learner's machine and what performs its effects.</summary>
    public static (IMachine Machine, LearnerEffects Effects) Make(
        LearnerId id, Guid run, RunSetup setup, bool isFirstLife, ClusterNode node, IActorRef self)
    {
        var machine = setup.Machines.Make(
            id, isFirstLife && setup.Population.TakesPart(id) ? new Model(setup.StartOf(id), isFinite: true) : null);
        return (machine, new LearnerEffects(id, run, setup, node, self, machine));
    }

    /// <summary>Its models on their way in and out.</summary>
    public LearnerTraffic Traffic { get; }

    /// <summary>The newest round it heard of.</summary>
    public int Round { get; set; }

    /// <summary>SHA-256 of the model; none of a learner without one.</summary>
    public byte[] Digest() => machine.OwnModel is { } model ? ModelHash.Digest(model.Values) : [];

    /// <summary>Tells the coordinator of a round.</summary>
    public void Tell(Reported report)
    {
        last = new RoundReport(run, id.Number, report.Round.Number, report.Facts);
        node.Coordinator.Tell(last);
        Traffic.Forget(before: report.Round.Previous);
    }

    /// <summary>Tells the coordinator that its work has failed: the same work would fail again.</summary>
    public void Fail(string reason)
    {
        failure = new LearnerFailed(run, id.Number, Round, reason);
        node.Coordinator.Tell(failure);
    }

    /// <summary>
    /// Tells of a round once more, where that is the one it told of last, or that it has failed: the coordinator has lost it, or
    /// is new.
    /// </summary>
    public bool TellAgain(int round)
    {
        if (failure is not null)
        {
            node.Coordinator.Tell(failure);
            return true;
        }

        if (last?.Round != round)
        {
            return false;
        }

        node.Coordinator.Tell(last);
        return true;
    }

    /// <summary>Performs an effect of the machine.</summary>
    public void Perform(Effect effect)
    {
        switch (effect)
        {
            case Pull pull:
                Traffic.Send(pull);
                break;
            case Reply reply:
                Traffic.Send(reply);
                break;
            case Report report when machine.OwnModel is not null && evaluated == report.Round:
                break; // A tick has come again, and the evaluation is under way.
            case Report report when machine.OwnModel is { } model && setup.IsEvaluated(id, report.Round):
                evaluated = report.Round;

                // The next round's training may begin meanwhile, and changes the statistics.
                var state = setup.Objective.Statistics > 0 ? [.. trainingState] : trainingState;
                Do(worker => new Reported(id, report.Round, report.Facts with
                {
                    AfterAggregation = compute.Evaluate(id, model.Values, state, worker),
                }));
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

    private void Do(Func<Worker, Input> work) => node.Workers.Tell(new ComputeActor.Job(work), self);

    private Input Train(Train effect, Worker worker)
    {
        var halfStep = new float[setup.Scenario.Model.Parameters];
        var facts = compute.Train(id, effect, trainingState, halfStep, worker);
        return new Trained(effect.Round, Checked(halfStep), facts) { Life = effect.Life };
    }

    private Input Aggregate(Aggregate effect, Worker worker)
    {
        var result = new float[setup.Scenario.Model.Parameters];
        var model = compute.Aggregate(id, effect, ruleState, trainingState, result, worker) ? Checked(result) : null;
        return new Aggregated(effect.Key, model, compute.FactsOf(effect, worker))
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
}
