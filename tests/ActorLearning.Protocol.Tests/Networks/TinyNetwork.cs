using ActorLearning.Numerics;
using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Networks;

/// <summary>Seven learners, two of them Byzantine, and a coordinator; what is under way arrives in a random order.</summary>
/// <remarks>Timers run out when nothing else is under way; where there is trouble, pulls now and then also before.</remarks>
internal sealed class TinyNetwork
{
    public const int Learners = 7;
    public const int Honest = 5;
    public const int Rounds = 5;

    private readonly NetworkTrouble trouble;
    private readonly IMachine[] machines = new IMachine[Learners];
    private readonly RoundCoordinator coordinator;
    private readonly List<Action> underWay = [];
    private readonly List<Action> pullTimers = [];
    private readonly List<Action> roundTimers = [];
    private RandomStream random;

    public TinyNetwork(
        ulong schedule, NetworkTrouble trouble, MissingPolicy missing = MissingPolicy.Own, int replacements = 0, int steps = 2)
    {
        this.trouble = trouble;
        random = new RandomStream(schedule, new StreamPurpose("schedules"));
        for (var number = 0; number < Learners; number++)
        {
            machines[number] = number < Honest
                ? TinyMachines.HonestLearner(number, missing, replacements, steps)
                : TinyMachines.Liar(number, steps);
        }

        coordinator = TinyMachines.Coordinator();
    }

    /// <summary>What the coordinator said about the run, in order.</summary>
    public List<Effect> Story { get; } = [];

    /// <summary>The learners whose report came before the round's end, by round.</summary>
    public HashSet<(Round Round, LearnerId Learner)> InTime { get; } = [];

    /// <summary>All aggregations that honest learners wanted.</summary>
    public List<Aggregate> Aggregations { get; } = [];

    public IEnumerable<Model?> HonestModels => machines.OfType<Learner>().Select(learner => learner.Model);

    public void Run()
    {
        Tell(new RunStarted());
        while (!Story.Exists(effect => effect is RunEnded or RunStuck) && TakeNext() is { } next)
        {
            next();
        }
    }

    private Action? TakeNext()
    {
        var isEarly = pullTimers.Count > 0 && Chance(trouble.EarlyTimeouts);
        var source = underWay.Count > 0 && !isEarly ? underWay : pullTimers.Count > 0 ? pullTimers : roundTimers;
        if (source.Count == 0)
        {
            return null;
        }

        var at = random.NextBelow(source.Count);
        var next = source[at];
        source.RemoveAt(at);
        return next;
    }

    private bool Chance(double probability) => random.NextDouble() < probability;

    private void Tell(Input input)
    {
        var outbox = new Outbox();
        if (input is Reported reported && reported.Round == coordinator.Round && coordinator.Save().IsRunning)
        {
            InTime.Add((reported.Round, reported.Learner));
        }

        coordinator.Handle(input, outbox);
        foreach (var effect in outbox.Effects)
        {
            Perform(effect);
        }
    }

    private void Perform(Effect effect)
    {
        switch (effect)
        {
            case Tick tick: Broadcast(tick.Round); break;
            case WakeAfter timer: roundTimers.Add(() => Tell(new Woke(timer.Why, timer.Round))); break;
            default: Story.Add(effect); break;
        }
    }

    private void Broadcast(Round round)
    {
        for (var number = 0; number < Learners; number++)
        {
            if (number >= Honest || !Chance(trouble.Drops))
            {
                Post(number, new RoundStarted(round));
            }
        }
    }

    private void Post(int to, Input input) => underWay.Add(() => Deliver(to, input));

    private void Deliver(int to, Input input)
    {
        var outbox = new Outbox();
        machines[to].Handle(Chance(trouble.Restarts) ? new Restarted() : input, outbox);
        foreach (var effect in outbox.Effects)
        {
            Perform(to, effect);
        }
    }

    private void Perform(int from, Effect effect)
    {
        switch (effect)
        {
            case Train train:
                var halfStep = TinyWork.Train(from, train);
                Post(from, new Trained(train.Round, halfStep, new TrainingFacts(0, null)) { Life = train.Life });
                break;
            case Pull pull: Send(from, pull); break;
            case Reply reply: Send(from, reply); break;
            case Aggregate mix:
                Aggregations.Add(mix);
                Post(from, new Aggregated(mix.Key, TinyWork.Mean(mix), new AggregationFacts(0)) { Life = mix.Life });
                break;
            case Forge forge: Post(from, new Forged(forge.Key, forge.Victim, TinyWork.Lie(from, forge, trouble.LiesVary))); break;
            case Report report: underWay.Add(() => Tell(new Reported(Id(from), report.Round, report.Facts))); break;
            default: Assert.Fail($"A learner may not want {effect}."); break;
        }
    }

    private void Send(int from, Pull pull)
    {
        pullTimers.Add(() => Deliver(from, new PullTimedOut(pull.Peer, pull.Key)));
        if (!Chance(trouble.Drops))
        {
            Post(pull.Peer.Number, new PullRequested(Id(from), pull.Key));
        }
    }

    private void Send(int from, Reply reply)
    {
        Input answer = reply.Model is null
            ? new PullTimedOut(Id(from), reply.Key)
            : new ModelReceived(Id(from), reply.Key, reply.Model);
        var copies = Chance(trouble.Drops) ? 0 : Chance(trouble.Duplicates) ? 2 : 1;
        for (var copy = 0; copy < copies; copy++)
        {
            Post(reply.To.Number, answer);
        }
    }
}
