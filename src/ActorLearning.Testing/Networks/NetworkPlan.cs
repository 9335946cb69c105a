using System.Globalization;
using ActorLearning.Engine.Preparation;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Learners;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Reading;
using ActorLearning.Testing.Work;

namespace ActorLearning.Testing.Networks;

/// <summary>The machines of a scenario as they are before its first round, on models of a few numbers. Needs no data.</summary>
public sealed record NetworkPlan
{
    /// <summary>Length of a model: coordinates enough for rules that look at distances.</summary>
    public const int Parameters = 3;

    private readonly MachineSettings settings;

    private NetworkPlan(Scenario scenario)
    {
        Scenario = scenario;
        Population = new Population(scenario);
        Promised = scenario.Aggregation;
        settings = new MachineSettings(scenario, Population, Parameters);
        MakeLearner = (learner, state) => new Learner(learner, state);
        MakeByzantine = (learner, state) => new ByzantineLearner(learner, state);
        MakeCoordinator = (coordinator, state) => new RoundCoordinator(coordinator, state);
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>Who is honest and who is not.</summary>
    public Population Population { get; }

    /// <summary>
    /// The aggregation whose robustness bound results are held to; the scenario's own where nobody says another.
    /// </summary>
    public AggregationPipeline Promised { get; init; }

    /// <summary>Makes an honest learner from a state: another machine than the project's own, to test a test.</summary>
    public Func<LearnerSettings, LearnerState, IMachine<LearnerState>> MakeLearner { get; init; }

    /// <summary>Makes a Byzantine learner from a state.</summary>
    public Func<ByzantineSettings, ByzantineState, IMachine<ByzantineState>> MakeByzantine { get; init; }

    /// <summary>Makes the coordinator from a state.</summary>
    public Func<CoordinatorSettings, CoordinatorState, IMachine<CoordinatorState>> MakeCoordinator { get; init; }

    /// <summary>The machines of a scenario.</summary>
    /// <param name="scenario">The scenario; its data, model and evaluation do not matter.</param>
    /// <param name="rounds">How many rounds; the scenario's own number where it is smaller.</param>
    /// <exception cref="InputException">The scenario has no ticks, the Byzantine role moves, or an attack trains.</exception>
    public static NetworkPlan Of(Scenario scenario, int rounds = int.MaxValue)
    {
        const AdversaryKnowledge data = AdversaryKnowledge.OwnData | AdversaryKnowledge.VictimData;
        if (scenario.Exchange.Ticks != RoundTicks.EveryRound)
        {
            throw new InputException("exchange.ticks", "schedules are searched in rounds with ticks; leave out none");
        }

        if (scenario.Byzantine.Any(group => group.Rotate > 0))
        {
            throw new InputException("byzantine.rotate", "schedules are tried with roles that stay where they are: set it to 0");
        }

        return scenario.Byzantine.SelectMany(group => group.Attacks.Steps).Any(step => (step.Attack.Knowledge & data) != 0)
            ? throw new InputException("byzantine.attack", "schedules are tried without data, and an attack trains on some")
            : new(scenario with { Rounds = Math.Min(rounds, scenario.Rounds) });
    }

    /// <summary>A few learners, the last of them Byzantine, that exchange models once a round.</summary>
    /// <param name="learners">Number of learners n.</param>
    /// <param name="pulled">Peers that a learner pulls from, s.</param>
    /// <param name="byzantine">Number of Byzantine learners b; b̂ is the same, as far as the rule allows it.</param>
    /// <param name="rounds">Number of rounds.</param>
    /// <param name="aggregation">The aggregation, as a scenario writes it.</param>
    /// <param name="more">More settings of the form key=value.</param>
    public static NetworkPlan Small(
        int learners, int pulled, int byzantine = 0, int rounds = 2, string aggregation = "trimmed-mean",
        params IReadOnlyList<string> more)
    {
        var liars = string.Join(", ", Enumerable.Range(learners - byzantine, byzantine));
        var assumed = Math.Min(byzantine, pulled / 2);
        var text = string.Create(CultureInfo.InvariantCulture, $$"""
            name: {{learners}} learners, {{byzantine}} of them Byzantine
            seed: 1
            learners: {{learners}}
            byzantine: { count: {{byzantine}}, attack: sign-flip, placement: [{{liars}}] }
            data: { set: mnist, split: iid }
            model: softmax-regression
            training: { batch: 1, rate: 0.1 }
            exchange: { peers: pull({{pulled}}), assumedByzantine: {{assumed}} }
            aggregation: {{aggregation}}
            rounds: {{rounds}}
            """);
        return Of(ScenarioFile.Parse("small network", text, more));
    }

    /// <summary>The machines in their first state, honest and Byzantine learners by number, the coordinator last.</summary>
    internal Subject[] Cast(SmallWork work)
    {
        var subjects = new Subject[Scenario.Learners + 1];
        for (var number = 0; number < Scenario.Learners; number++)
        {
            var id = new LearnerId(number);
            subjects[number] = Population.GroupOf(id) is not null
                ? Byzantine(new ByzantineState { Id = id })
                : Honest(new LearnerState { Id = id, Model = work.StartOf(number) });
        }

        var coordinator = settings.Coordinator();
        subjects[^1] = new Subject<CoordinatorState>(
            new CoordinatorState(), state => MakeCoordinator(coordinator, state));
        return subjects;
    }

    internal SmallWork Work() => new(Scenario, Population, settings, Parameters);

    private Subject<LearnerState> Honest(LearnerState start)
    {
        var learner = settings.Learner();
        return new Subject<LearnerState>(start, state => MakeLearner(learner, state));
    }

    private Subject<ByzantineState> Byzantine(ByzantineState start)
    {
        var learner = settings.Byzantine();
        return new Subject<ByzantineState>(start, state => MakeByzantine(learner, state));
    }
}
