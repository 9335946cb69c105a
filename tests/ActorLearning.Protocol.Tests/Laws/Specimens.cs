using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Learners;
using ActorLearning.Protocol.Peers;
using ActorLearning.Protocol.Tests.Byzantine;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Laws;

/// <summary>Every kind of machine in every way it can be set: adding one here is all it takes to put it under the laws.</summary>
internal static class Specimens
{
    public const int Learners = 7;

    private static readonly IPeerSelection Peers = new UniformPull(seed: 11, Learners, peers: 3);

    public static readonly IReadOnlyDictionary<string, Specimen> All = new Dictionary<string, Specimen>
    {
        ["learner, own"] = Honest(MissingPolicy.Own, steps: 1, replacements: 0),
        ["learner, own, 3 steps, 2 replacements"] = Honest(MissingPolicy.Own, steps: 3, replacements: 2),
        ["learner, fault, 2 steps"] = Honest(MissingPolicy.Fault, steps: 2, replacements: 0),
        ["learner, skip, 2 steps, 1 replacement"] = Honest(MissingPolicy.Skip, steps: 2, replacements: 1),
        ["learner, free run"] = Honest(MissingPolicy.Own, steps: 2, replacements: 1, new FreeRun(Rounds: 15, Staleness: 2)),
        ["byzantine, free run"] = Liar(Reconnaissance.VictimPulls, new FreeRun(Rounds: 15, Staleness: 2)),
        ["coordinator, free run"] = FreeRunCoordinator(),
        ["byzantine, knows nothing"] = Liar(Reconnaissance.None),
        ["byzantine, knows the victim's pulls"] = Liar(Reconnaissance.VictimPulls),
        ["byzantine, knows all"] = Liar(Reconnaissance.AllHonest),
        ["byzantine, knows the victim and its pulls"] = Liar(new Reconnaissance { SeesPulls = true, SeesVictim = true }),
        ["byzantine, knows one honest learner"] = Liar(new Reconnaissance { Target = Id(3) }),
        ["byzantine, changes what it knows"] = Liar(
            Reconnaissance.None, (new Round(3), Reconnaissance.AllHonest), (new Round(5), Reconnaissance.VictimPulls)),
        ["mobile byzantine, knows the victim's pulls"] = Mobile(Reconnaissance.VictimPulls),
        ["mobile byzantine, knows all"] = Mobile(Reconnaissance.AllHonest),
        ["coordinator"] = Coordinator(tolerated: 2),
        ["coordinator, tolerates nobody"] = Coordinator(tolerated: 0),
    };

    private static Specimen Honest(MissingPolicy missing, int steps, int replacements, FreeRun? freeRun = null)
    {
        var settings = Own(missing, steps, replacements, freeRun);
        var start = new LearnerState { Id = Id(2), Model = ModelOf(0) };
        return Specimen.Of(start, state => new Learner(settings, state), state => state.Round);
    }

    private static LearnerSettings Own(
        MissingPolicy missing, int steps, int replacements, FreeRun? freeRun = null) => new()
    {
        Seed = 11,
        Learners = Learners,
        Parameters = Make.Parameters,
        Peers = Peers,
        AssumedByzantine = 2,
        PullDeadline = Deadline,
        Steps = steps,
        Missing = missing,
        Replacements = replacements,
        FreeRun = freeRun,
    };

    private static Specimen Mobile(Reconnaissance reconnaissance)
    {
        var roles = new ShiftRoles(reconnaissance);
        var (own, lies) = (Own(MissingPolicy.Own, steps: 2, replacements: 1), roles.Settings(Peers, Learners, steps: 2));
        var start = new MobileByzantineState
        {
            Learner = new LearnerState { Id = Id(4), Model = ModelOf(0) },
            Byzantine = new ByzantineState { Id = Id(4) },
        };
        return Specimen.Of(start, state => new MobileByzantineLearner(own, lies, state), state => state.Learner.Round);
    }

    private static Specimen Liar(Reconnaissance reconnaissance, params (Round, Reconnaissance)[] changes) =>
        Liar(reconnaissance, freeRun: null, changes);

    private static Specimen Liar(
        Reconnaissance reconnaissance, FreeRun? freeRun, params (Round, Reconnaissance)[] changes)
    {
        var settings = new ByzantineSettings
        {
            Learners = Learners,
            Steps = 2,
            Parameters = Make.Parameters,
            Peers = Peers,
            Roles = new FixedRoles(Ids(2, 4, 5), reconnaissance, changes),
            PullDeadline = Deadline,
            FreeRun = freeRun,
        };
        var start = new ByzantineState { Id = Id(2) };
        return Specimen.Of(start, state => new ByzantineLearner(settings, state), state => state.Round);
    }

    private static Specimen FreeRunCoordinator()
    {
        var settings = new CoordinatorSettings(
            Learners, Rounds: 15, Tolerated: 2, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9));
        return Specimen.Of(new CoordinatorState(), state => new FreeRunCoordinator(settings, state), state => state.Round);
    }

    private static Specimen Coordinator(int tolerated)
    {
        var settings = new CoordinatorSettings(Learners, Rounds: 15, tolerated, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9));
        return Specimen.Of(new CoordinatorState(), state => new RoundCoordinator(settings, state), state => state.Round);
    }
}
