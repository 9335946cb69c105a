using ActorLearning.Testing.Networks;
using ActorLearning.Testing.Promises;
using ActorLearning.Testing.Schedules;

namespace ActorLearning.Testing.Exploration;

/// <summary>Searches the schedules of a network for one that breaks a promise.</summary>
/// <remarks>
/// First in order: all schedules with no departure from the plain order, with one, with two (delay-bounded search, Emmi, Qadeer
/// and Rakamarić 2011), cutting short whatever reaches a state known with as many departures left. Then at random, each schedule
/// with troubles of its own (swarm testing, Groce et al. 2012). The first broken promise ends the search; its schedule is shrunk.
/// </remarks>
public sealed partial class Explorer
{
    private readonly NetworkPlan plan;
    private readonly ExplorationSettings settings;
    private readonly SimulatedNetwork network;
    private readonly SimulatedNetwork.Snapshot start;
    private readonly Trace trace = new();
    private long ordered;
    private long random;
    private int completeDepth = -1;

    private Explorer(NetworkPlan plan, ExplorationSettings settings)
    {
        (this.plan, this.settings, network) = (plan, settings, new SimulatedNetwork(plan));
        start = network.Take();
    }

    /// <summary>Searches until a promise is broken or the settings say enough.</summary>
    public static ExplorationResult Run(NetworkPlan plan, ExplorationSettings settings) => new Explorer(plan, settings).Run();

    private bool IsBroken => network.Violation is not null;

    private bool IsOut => network.Steps >= settings.MostSteps;

    private ExplorationResult Run()
    {
        if (plan.Scenario.Learners <= ExplorationSettings.MostLearnersTriedExhaustively)
        {
            SearchInOrder();
        }

        if (!IsBroken)
        {
            SearchAtRandom();
        }

        var violation = network.Violation;
        return new ExplorationResult
        {
            CompleteDepth = completeDepth,
            Ordered = ordered,
            Random = random,
            States = known.Count,
            Steps = network.Steps,
            Violation = violation,
            Script = violation is null ? [] : new Shrinker(plan, violation.Promise).Shrink(trace),
        };
    }

    private void Do(ScheduleStep step, bool isPlain)
    {
        trace.Add(step, isPlain);
        step.Do(network);
        if (trace.Count > network.MostSteps && !network.IsOver)
        {
            network.GiveUp();
        }
    }
}
