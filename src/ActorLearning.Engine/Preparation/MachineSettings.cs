using ActorLearning.Protocol;
using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Learners;
using ActorLearning.Protocol.Peers;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Preparation;

/// <summary>What the machines of a scenario know from the start; needs no data. Immutable, shared by all threads.</summary>
/// <param name="scenario">What is run.</param>
/// <param name="population">Who is honest and who is not.</param>
/// <param name="parameters">Length of a model.</param>
public sealed class MachineSettings(Scenario scenario, Population population, int parameters)
{
    private readonly IPeerSelection peers = scenario.Exchange.Peers.Select(
        (learner, round) => population.At(round).GroupOf(learner) is not null);
    private readonly ByzantineRoles roles = new(population, scenario.Exchange.Peers.Graph is not null);

    private FreeRun? FreeRun =>
        scenario.Exchange.Ticks.Staleness is { } staleness ? new FreeRun(scenario.Rounds, staleness) : null;

    /// <summary>The settings of every honest learner.</summary>
    public LearnerSettings Learner() => new()
    {
        Seed = scenario.Seed,
        Learners = scenario.Learners,
        Parameters = parameters,
        Peers = peers,
        AssumedByzantine = scenario.Exchange.AssumedByzantine,
        PullDeadline = scenario.Exchange.Deadline,
        Steps = scenario.Exchange.Steps,
        Missing = scenario.Exchange.Missing,
        Replacements = scenario.Exchange.Replacements,
        FreeRun = FreeRun,
    };

    /// <summary>The settings of every Byzantine learner.</summary>
    public ByzantineSettings Byzantine() => new()
    {
        Learners = scenario.Learners,
        Steps = scenario.Exchange.Steps,
        Parameters = parameters,
        Peers = peers,
        Roles = roles,
        PullDeadline = scenario.Exchange.Deadline,
        FreeRun = FreeRun,
    };

    /// <summary>The machine of a learner in its first state.</summary>
    /// <param name="id">Who.</param>
    /// <param name="start">What it starts from; null for one that joins a running run, and for one without a model.</param>
    public IMachine Make(LearnerId id, Model? start)
    {
        var (own, lies) = (new LearnerState { Id = id, Model = start }, new ByzantineState { Id = id });
        return !population.TakesPart(id) ? Make(lies)
            : population.IsMobile(id) ? Make(new MobileByzantineState { Learner = own, Byzantine = lies })
            : Make(own);
    }

    /// <summary>A learner that goes on from a state.</summary>
    public Learner Make(LearnerState state) => new(Learner(), state);

    /// <summary>A Byzantine learner that goes on from a state.</summary>
    public ByzantineLearner Make(ByzantineState state) => new(Byzantine(), state);

    /// <summary>A learner to which the role comes and goes that goes on from a state.</summary>
    public MobileByzantineLearner Make(MobileByzantineState state) => new(Learner(), Byzantine(), state);

    /// <summary>The settings of the coordinator.</summary>
    public CoordinatorSettings Coordinator() => new(
        scenario.Learners, scenario.Rounds, scenario.ByzantineCount, scenario.Exchange.Patience, scenario.Exchange.RoundDeadline);

    /// <summary>The coordinator, as it starts or goes on from a state.</summary>
    public ICoordinator MakeCoordinator(CoordinatorState state) =>
        FreeRun is null ? new RoundCoordinator(Coordinator(), state) : new FreeRunCoordinator(Coordinator(), state);

    /// <summary>The honest peers of a learner in an exchange, ascending.</summary>
    public LearnerId[] HonestPeersOf(LearnerId learner, ExchangeKey key) =>
        Array.FindAll(peers.Select(learner, key), peer => !roles.IsByzantine(peer, key.Round));

    /// <summary>Byzantine peers in a learner's pull; 1 at least, for whoever asks is one that was asked.</summary>
    public int AccomplicesIn(LearnerId victim, ExchangeKey key) =>
        Math.Max(1, peers.Select(victim, key).Count(population.At(key.Round).Byzantine.Contains));
}
