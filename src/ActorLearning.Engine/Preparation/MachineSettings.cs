using ActorLearning.Protocol;
using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Learners;
using ActorLearning.Protocol.Peers;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Preparation;

/// <summary>What the machines of a scenario know from the start; needs no data. Immutable, shared by all threads.</summary>
/// <param name="scenario">What is run.</param>
/// <param name="population">Who is honest and who is not.</param>
/// <param name="parameters">Length of a model.</param>
public sealed class MachineSettings(Scenario scenario, Population population, int parameters)
{
    private readonly IPeerSelection peers = scenario.Exchange.Peers.Select(population.Byzantine.Contains);

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

    /// <summary>The settings of the Byzantine learners of a group.</summary>
    public ByzantineSettings Byzantine(ByzantineGroup group) => new()
    {
        Learners = scenario.Learners,
        Steps = scenario.Exchange.Steps,
        Parameters = parameters,
        Peers = peers,
        Accomplices = population.Byzantine,
        PullDeadline = scenario.Exchange.Deadline,
        FreeRun = FreeRun,
        Reconnaissance = WhatItSees(group.Attacks.At(0)),
        Changes = [.. group.Attacks.Steps.Skip(1).Select(step => (new Round(step.From), WhatItSees(step.Attack)))],
    };

    /// <summary>The settings of the coordinator.</summary>
    public CoordinatorSettings Coordinator() => new(
        scenario.Learners, scenario.Rounds, scenario.ByzantineCount, scenario.Exchange.Patience, scenario.Exchange.RoundDeadline);

    /// <summary>The coordinator, as it starts or goes on from a state.</summary>
    public ICoordinator MakeCoordinator(CoordinatorState state) =>
        FreeRun is null ? new RoundCoordinator(Coordinator(), state) : new FreeRunCoordinator(Coordinator(), state);

    /// <summary>The honest peers of a learner in an exchange, ascending.</summary>
    public LearnerId[] HonestPeersOf(LearnerId learner, ExchangeKey key) =>
        Array.FindAll(peers.Select(learner, key), peer => !population.Byzantine.Contains(peer));

    /// <summary>Byzantine peers in a learner's pull; 1 at least, for whoever asks is one that was asked.</summary>
    public int AccomplicesIn(LearnerId victim, ExchangeKey key) =>
        Math.Max(1, peers.Select(victim, key).Count(population.Byzantine.Contains));

    private Reconnaissance WhatItSees(IAttack attack) => new()
    {
        SeesPulls = attack.Knowledge.HasFlag(AdversaryKnowledge.VictimPulls),
        SeesAll = attack.Knowledge.HasFlag(AdversaryKnowledge.AllHonest),
        SeesVictim = attack.Knowledge.HasFlag(AdversaryKnowledge.VictimModel),
        Target = attack.Knowledge.HasFlag(AdversaryKnowledge.Target) ? new LearnerId(population.Honest[attack.Target]) : null,
    };
}
