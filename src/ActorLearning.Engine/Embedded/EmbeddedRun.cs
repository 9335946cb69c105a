using ActorLearning.Engine.Checkpoints;
using ActorLearning.Engine.Compute;
using ActorLearning.Engine.Explanations;
using ActorLearning.Engine.Faults;
using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Records;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Learners;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Engine.Embedded;

/// <summary>One run in virtual time.</summary>
/// <remarks>
/// At an instant all messages are delivered until none is left, receivers in parallel, what they send joined in the order of the
/// learners. Then the heavy work that came up runs on all cores, and its results are delivered in the order the work came up.
/// When neither is left, time jumps to the next timer. So nothing depends on threads.
/// </remarks>
internal sealed partial class EmbeddedRun
{
    private readonly RunSetup setup;
    private readonly LearnerCompute compute;
    private readonly WorkerPool workers;
    private readonly ModelPool models;
    private readonly IMachine[] machines;
    private readonly ICoordinator coordinator;
    private readonly float[]?[] momenta;
    private readonly RuleState?[] ruleStates;
    private readonly RunRecord record;
    private readonly Action<RunProgress>? progress;
    private readonly Func<LearnerId, Effect, bool>? isLost;
    private readonly AggregationWatch? watch;
    private readonly TimeProvider time;
    private long started;
    private TimeSpan elapsedBefore;
    private CancellationToken cancellation;
    private bool isOver;

    /// <summary>A run from the start, or from where a checkpoint was written.</summary>
    public EmbeddedRun(RunSetup setup, EmbeddedOptions options, Action<RunProgress>? progress, Checkpoint? from = null)
    {
        var scenario = setup.Scenario;
        (this.setup, this.progress, isLost, time) = (setup, progress, options.IsLost, options.Time);
        (checkpoints, wantsCheckpoint, watch) = (options.Checkpoints, options.WantsCheckpoint, options.Watch);
        compute = new LearnerCompute(setup);
        faults = new FaultPlan(scenario);
        workers = new WorkerPool(options.Threads);
        models = new ModelPool(scenario.Model.Parameters, options.PoisonFreeBuffers);
        momenta = new float[]?[scenario.Learners];
        ruleStates = new RuleState?[scenario.Learners];
        machines = from is null ? MakeMachines() : MakeMachines(from.State);
        coordinator = setup.Machines.MakeCoordinator(from?.State.Coordinator ?? new CoordinatorState());
        record = new RunRecord(scenario, "embedded", [.. setup.Population.Byzantine.Order().Select(id => id.Number)])
        {
            Shards = setup.Shards,
        };
        (inboxes, outboxes, timers) = MakeMail(scenario.Learners);
        if (from is null)
        {
            Start();
        }
        else
        {
            Restore(from);
        }
    }

    /// <summary>Buffers of models made in all.</summary>
    public int Buffers => models.Buffers;

    private TimeSpan Elapsed => elapsedBefore + time.GetElapsedTime(started);

    public RunRecord Run(CancellationToken stop)
    {
        cancellation = stop;
        started = lastCheckpoint = time.GetTimestamp();
        if (record.Last is null && coordinator.Round == default)
        {
            EvaluateStart();
        }

        while (!isOver)
        {
            if (wantsCheckpoint?.Invoke() == true)
            {
                SaveCheckpoint();
            }
            else if (HasMail)
            {
                Deliver();
            }
            else if (isCheckpointDue)
            {
                SaveCheckpoint();
            }
            else if (work.Count > 0)
            {
                DoWork();
            }
            else if (!AdvanceTime())
            {
                throw Stuck(coordinator.Round, coordinator.Missing);
            }
        }

        record.Elapsed = Elapsed;
        record.Phases = phases.Times;
        record.Confusion = ConfusionOfWorst();
        if (!record.IsInterrupted)
        {
            record.Models = [.. HonestModels(new Round(setup.Scenario.Rounds))];
            record.ModelHash = ModelHash.Of(record.Models.Select(item => item.Parameters));
        }

        return record;
    }

    private IMachine[] MakeMachines()
    {
        var scenario = setup.Scenario;
        var same = scenario.SameStart ? new Model(setup.StartOf(default), isFinite: true) : null;
        var made = new IMachine[scenario.Learners];
        for (var number = 0; number < made.Length; number++)
        {
            var id = new LearnerId(number);
            var takesPart = setup.Population.TakesPart(id);
            var start = takesPart ? same ?? new Model(setup.StartOf(id), isFinite: true) : null;
            made[number] = setup.Machines.Make(id, start);
            momenta[number] = takesPart ? compute.CreateTrainingState() : null;
            ruleStates[number] = takesPart ? compute.CreateRuleState() : null;
        }

        return made;
    }

    private Model? ModelOf(LearnerId learner) => machines[learner.Number].OwnModel;

    /// <summary>The models there are: a learner in a new life has none until it has joined.</summary>
    private IEnumerable<(int Learner, float[] Parameters)> HonestModels(Round round) =>
        from number in setup.Population.At(round).Honest
        let model = ModelOf(new LearnerId(number))
        where model is not null
        select (number, model.Values);

    private RunFailedException Stuck(Round round, IReadOnlyList<LearnerId> missing)
    {
        record.Elapsed = Elapsed;
        var names = string.Join(", ", missing.Take(20)) + (missing.Count > 20 ? $" and {missing.Count - 20} more" : "");
        return new RunFailedException($"round {round} cannot go on: it waits for learner(s) {names}", record);
    }
}
