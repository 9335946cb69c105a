using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Learners;
using ActorLearning.Protocol.Peers;
using ActorLearning.Protocol.Tests.Byzantine;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Networks;

/// <summary>The machines of a tiny network in their first state.</summary>
internal static class TinyMachines
{
    private static readonly UniformPull Peers = new(seed: 1, TinyNetwork.Learners, peers: 3);

    public static Learner HonestLearner(int number, MissingPolicy missing, int replacements, int steps)
    {
        var settings = new LearnerSettings
        {
            Seed = 1,
            Learners = TinyNetwork.Learners,
            Parameters = Make.Parameters,
            Peers = Peers,
            AssumedByzantine = 2,
            PullDeadline = Deadline,
            Steps = steps,
            Missing = missing,
            Replacements = replacements,
        };
        return new Learner(settings, new LearnerState { Id = Id(number), Model = ModelOf(number) });
    }

    /// <summary>Learner 5 knows what its victim pulled, learner 6 knows all.</summary>
    public static ByzantineLearner Liar(int number, int steps)
    {
        var settings = new ByzantineSettings
        {
            Learners = TinyNetwork.Learners,
            Steps = steps,
            Parameters = Make.Parameters,
            Peers = Peers,
            Roles = new FixedRoles(Ids(5, 6), number == 5 ? Reconnaissance.VictimPulls : Reconnaissance.AllHonest),
            PullDeadline = Deadline,
        };
        return new ByzantineLearner(settings, new ByzantineState { Id = Id(number) });
    }

    public static RoundCoordinator Coordinator() =>
        new(
            new CoordinatorSettings(
                TinyNetwork.Learners, TinyNetwork.Rounds, Tolerated: 2, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9)),
            new CoordinatorState());
}
